// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QString>

namespace fairlead::ui {

/**
 * What the server said, in the window's language. The server speaks English, to its log and to
 * programs; whatever a window shows of that goes through here.
 *
 * Takes any text: a sentence of serverSentences(), several in a row, and one as a value of another.
 * What is none of them, such as a name, a foreign service's words, or a text whose values cannot be
 * told apart for sure, stays as it is. In English nothing is looked up.
 */
[[nodiscard]] QString serverText(const QString &english);
[[nodiscard]] QString serverText(const Error &error);

} // namespace fairlead::ui
