#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "sim/population/evidence/evidence.hpp"

namespace minimasim::population {

// A copy of the data that a test may spoil.
class SpoiledData : public testing::Test {
  protected:
    SpoiledData()
    {
        namespace fs = std::filesystem;
        fs::path const data_folder = fs::path(MINIMASIM_SOURCE_DIR) / "data";
        std::string pattern = (fs::temp_directory_path() / "minimasim-evidence-XXXXXX").string();
        folder = mkdtemp(pattern.data());
        for (char const* part : {"margins/GM0106", "national", "assumptions", "profiles", "dynamics"}) {
            fs::create_directories(folder / part);
            fs::copy(data_folder / part, folder / part, fs::copy_options::recursive);
        }
    }
    ~SpoiledData() override { std::filesystem::remove_all(folder); }

    std::string text_of(std::string const& file) const
    {
        std::stringstream text;
        text << std::ifstream(folder / file).rdbuf();
        return text.str();
    }

    void replace(std::string const& file, std::string const& from, std::string const& to)
    {
        std::string content = text_of(file);
        auto const at = content.find(from);
        ASSERT_NE(at, std::string::npos) << "the test expects " << from << " in " << file;
        content.replace(at, from.size(), to);
        std::ofstream(folder / file) << content;
    }

    // Takes out every line that holds the word; returns how many.
    int remove_lines(std::string const& file, std::string const& word)
    {
        std::istringstream lines(text_of(file));
        std::ofstream out(folder / file);
        int removed = 0;
        for (std::string line; std::getline(lines, line);) {
            if (line.find(word) != std::string::npos) {
                ++removed;
            } else {
                out << line << "\n";
            }
        }
        return removed;
    }

    std::string complaint() const
    {
        try {
            read_evidence(folder, "GM0106");
        } catch (InputError const& error) {
            return error.what();
        }
        return "";
    }

    std::filesystem::path folder;
};

}  // namespace minimasim::population
