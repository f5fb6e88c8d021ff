#include "sim/run/streaming/candidate_spill.hpp"

#include <algorithm>
#include <utility>

namespace minimasim::run {

namespace {

constexpr std::size_t most_in_memory = std::size_t{1} << 16;  // candidates of one scheme and thread: 1.5 MiB

}  // namespace

void CandidateSpill::add(takeup::Candidate const& candidate)
{
    amounts_.cents_per_year += candidate.cents_per_year;
    ++amounts_.count;
    users_ += candidate.users;
    latest_.push_back(candidate);
    if (latest_.size() == most_in_memory) {
        if (!earlier_) {
            earlier_ = std::make_unique<ScratchFile>(folder_);
        }
        earlier_->add(latest_.data(), latest_.size() * sizeof(takeup::Candidate));
        latest_.clear();
    }
}

void CandidateSpill::visit(std::function<void(takeup::Candidate const&)> const& see) const
{
    std::vector<takeup::Candidate> part;
    std::uint64_t const end = earlier_ ? earlier_->size() : 0;
    for (std::uint64_t place = 0; place < end; place += part.size() * sizeof(takeup::Candidate)) {
        part.resize(most_in_memory);
        earlier_->read(place, part.data(), part.size() * sizeof(takeup::Candidate));
        std::for_each(part.begin(), part.end(), see);
    }
    std::for_each(latest_.begin(), latest_.end(), see);
}

Amounts amounts_of(SpillsOfScheme const& spills)
{
    Amounts all;
    for (auto const& spill : spills) {
        all.cents_per_year += spill.amounts().cents_per_year;
        all.count += spill.amounts().count;
    }
    return all;
}

std::int64_t users_of(SpillsOfScheme const& spills)
{
    std::int64_t all = 0;
    for (auto const& spill : spills) {
        all += spill.users();
    }
    return all;
}

takeup::VisitCandidates visit_all(SpillsOfScheme const& spills)
{
    return [&spills](std::function<void(takeup::Candidate const&)> const& see) {
        for (auto const& spill : spills) {
            spill.visit(see);
        }
    };
}

}  // namespace minimasim::run
