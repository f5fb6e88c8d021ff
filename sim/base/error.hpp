#pragma once

#include <stdexcept>
#include <string>
#include <vector>

namespace minimasim {

// One fault in what the user gave us: where, what, why it matters, what was meant. Line 0 = the whole file.
struct Problem {
    std::string file;
    int line = 0;
    std::string what;
};

std::string to_text(Problem const& problem);

// The user's input is wrong; holds every problem found, in file order. The command line exits with 2.
class InputError : public std::runtime_error {
  public:
    explicit InputError(std::vector<Problem> problems);
    InputError(std::string file, int line, std::string what);

    std::vector<Problem> const& problems() const { return problems_; }

  private:
    std::vector<Problem> problems_;
};

// The question has no answer (numbers given). The command line exits with 3.
class ModelError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

// The user stopped the run (Ctrl-C). The command line exits with 130.
class Interrupted : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

// The entry of `known` closest to `word` within three edits, or "" when none is near: for "did you mean".
std::string nearest_word(std::string const& word, std::vector<std::string> const& known);

// ". Did you mean X?" or "" when nothing is near.
std::string did_you_mean(std::string const& word, std::vector<std::string> const& known);

}  // namespace minimasim
