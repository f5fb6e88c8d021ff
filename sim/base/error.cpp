#include "sim/base/error.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace minimasim {

namespace {

std::string joined(std::vector<Problem> const& problems)
{
    std::string text;
    for (auto const& problem : problems) {
        if (!text.empty()) {
            text += '\n';
        }
        text += to_text(problem);
    }
    return text;
}

// Files in the order in which they came up, the problems of each by line.
std::vector<Problem> in_file_order(std::vector<Problem> problems)
{
    std::vector<std::string> files;
    for (auto const& problem : problems) {
        if (std::find(files.begin(), files.end(), problem.file) == files.end()) {
            files.push_back(problem.file);
        }
    }
    auto const place = [&](Problem const& problem) {
        return std::find(files.begin(), files.end(), problem.file) - files.begin();
    };
    std::stable_sort(problems.begin(), problems.end(), [&](Problem const& a, Problem const& b) {
        return place(a) != place(b) ? place(a) < place(b) : a.line < b.line;
    });
    return problems;
}

std::size_t edit_distance(std::string const& a, std::string const& b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            std::size_t const substitute = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, substitute});
        }
    }
    return row[b.size()];
}

}  // namespace

std::string to_text(Problem const& problem)
{
    std::string text = problem.file;
    if (problem.line > 0) {
        text += ':' + std::to_string(problem.line);
    }
    return text + (text.empty() ? "" : ": ") + problem.what;
}

InputError::InputError(std::vector<Problem> problems)
    : std::runtime_error(joined(in_file_order(problems))), problems_(in_file_order(std::move(problems)))
{
}

InputError::InputError(std::string file, int line, std::string what)
    : InputError(std::vector<Problem>{Problem{std::move(file), line, std::move(what)}})
{
}

std::string nearest_word(std::string const& word, std::vector<std::string> const& known)
{
    std::string longer;  // the shortest known word that the given one begins
    for (auto const& candidate : known) {
        if (word.size() >= 4 && candidate.rfind(word, 0) == 0 &&
            (longer.empty() || candidate.size() < longer.size())) {
            longer = candidate;
        }
    }
    std::string best;
    std::size_t best_distance = std::min<std::size_t>(4, std::max<std::size_t>(2, word.size() / 2 + 1));
    for (auto const& candidate : known) {
        std::size_t const distance = edit_distance(word, candidate);
        if (distance < best_distance) {
            best_distance = distance;
            best = candidate;
        }
    }
    return best.empty() ? longer : best;
}

std::string did_you_mean(std::string const& word, std::vector<std::string> const& known)
{
    auto const nearest = nearest_word(word, known);
    return nearest.empty() ? "" : ". Did you mean " + nearest + "?";
}

}  // namespace minimasim
