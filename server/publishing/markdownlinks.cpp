// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/publishing/markdownlinks.h"

#include <QRegularExpression>
#include <QStringList>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace fairlead::publishing {
namespace {

bool isRelative(const QString &target)
{
    static const QRegularExpression scheme(u"\\A[A-Za-z][A-Za-z0-9+.-]*:"_s);
    return !target.isEmpty() && !target.startsWith(u'#') && !target.startsWith(u'/')
        && !target.startsWith(u'\\') && !scheme.match(target).hasMatch();
}

/** The fence that a line opens, or nothing. */
QString fenceOf(const QString &line)
{
    static const QRegularExpression fence(u"\\A {0,3}(`{3,}|~{3,})"_s);
    return fence.match(line).captured(1);
}

QString replaced(const QString &line, const std::function<QString(const RelativeLink &)> &replace)
{
    // Code in a line is found first, so that what looks like a link in it is passed over.
    static const QRegularExpression part(
        u"(?<code>(`+)(?!`).+?(?<!`)\\2(?!`))"
        "|(?<image>!?)\\[(?<text>(?:[^\\[\\]\\\\]|\\\\.)*)\\]"
        "\\((?:<(?<bracketed>[^<>]*)>|(?<bare>[^\\s()<>]+))(?:\\s+(?:\"[^\"]*\"|'[^']*'))?\\)"_s);
    QString result;
    qsizetype end = 0;
    for (auto it = part.globalMatch(line); it.hasNext();) {
        const auto match = it.next();
        const QString target = match.captured(u"bracketed"_s) + match.captured(u"bare"_s);
        if (match.hasCaptured(u"code"_s) || !isRelative(target))
            continue;
        const RelativeLink link{.text = match.captured(u"text"_s),
                                .path =
                                    QUrl::fromPercentEncoding(target.section(u'#', 0, 0).toUtf8()),
                                .isImage = !match.captured(u"image"_s).isEmpty()};
        const QString replacement = replace(link);
        if (replacement.isNull())
            continue;
        result += line.sliced(end, match.capturedStart() - end) + replacement;
        end = match.capturedEnd();
    }
    return result + line.sliced(end);
}

} // namespace

QString withRelativeLinks(const QString &markdown,
                          const std::function<QString(const RelativeLink &)> &replace)
{
    QStringList lines = markdown.split(u'\n');
    QString fence;
    for (QString &line : lines) {
        const QString mark = fenceOf(line);
        const bool isEnd = !fence.isEmpty() && mark.startsWith(fence);
        if (fence.isEmpty() && mark.isEmpty())
            line = replaced(line, replace);
        else if (isEnd)
            fence.clear();
        else if (fence.isEmpty())
            fence = mark;
    }
    return lines.join(u'\n');
}

} // namespace fairlead::publishing
