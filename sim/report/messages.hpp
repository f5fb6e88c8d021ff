#pragma once

// The message catalogue: every text of the report, the annexes and the workbook in both languages, one name
// each. A text that nobody uses is found by a test.
#include "sim/report/messages/answer.hpp"
#include "sim/report/messages/certainty.hpp"
#include "sim/report/messages/cost.hpp"
#include "sim/report/messages/households.hpp"
#include "sim/report/messages/labels.hpp"
#include "sim/report/messages/page.hpp"
#include "sim/report/messages/reach.hpp"
#include "sim/report/messages/what_if.hpp"
