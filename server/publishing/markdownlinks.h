// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace fairlead::publishing {

/** An inline link or image of a Markdown text whose target is a path and no address. */
struct RelativeLink
{
    QString text; ///< of an image its alternative text
    QString path; ///< as written, percent signs decoded; without "#part"
    bool isImage = false;
};

/**
 * The text with each relative link and image replaced by what `replace` says; a null QString keeps
 * it. Code, in blocks and in lines, is left alone, as are addresses ("https:", "mailto:", "#part")
 * and absolute paths, which mean something else on every computer.
 */
[[nodiscard]] QString withRelativeLinks(
    const QString &markdown, const std::function<QString(const RelativeLink &)> &replace);

} // namespace fairlead::publishing
