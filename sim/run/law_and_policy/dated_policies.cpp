#include "sim/run/law_and_policy/dated_policies.hpp"

namespace minimasim::run {

DatedPolicy const& DatedPolicies::at(std::string const& municipality, Date date) const
{
    std::lock_guard const lock(mutex_);
    std::pair const key(municipality, date);
    auto const found = policies_.find(key);
    if (found != policies_.end()) {
        return *found->second;
    }
    auto read = std::make_unique<DatedPolicy const>(read_(municipality, date));
    return *policies_.emplace(key, std::move(read)).first->second;
}

}  // namespace minimasim::run
