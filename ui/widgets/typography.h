// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QLabel;
class QWidget;

namespace fairlead::ui {

enum class HeadingLevel {
    Page, ///< the title of a page
    Section,
};

/** A label in the size and weight of a heading, relative to the person's own font. */
[[nodiscard]] QLabel *headingLabel(const QString &text, HeadingLevel level, QWidget *parent);

/** A label for sentences: plain text, wrapped, selectable with the mouse. */
[[nodiscard]] QLabel *bodyLabel(const QString &text, QWidget *parent);

} // namespace fairlead::ui
