// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/pagelooks.h"

#include "server/base/text.h"

#include <QJsonObject>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion {
namespace {

constexpr qsizetype longestEmoji = 20; // families and flags are many characters

bool isLink(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && url.scheme() == "https"_L1 && !url.host().isEmpty()
        && text.size() <= 2000;
}

QJsonObject external(const QString &link)
{
    return {{"type"_L1, "external"_L1}, {"external"_L1, QJsonObject{{"url"_L1, link}}}};
}

/** Whether it can be one; which emoji there are, Notion knows. */
bool isEmoji(const QString &text)
{
    const bool isPlain = std::all_of(
        text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80 && !c.isDigit(); });
    return !text.isEmpty() && text.size() <= longestEmoji && !isPlain && !text.contains(u' ');
}

tl::unexpected<Error> refused(QLatin1StringView argument,
                              const QString &given,
                              const QString &allowed)
{
    return failure(ErrorCode::InvalidInput,
                   u"Argument \"%1\" is \"%2\", but must be %3, or \"none\"."_s.arg(
                       argument, cleanedLine(given, 100), allowed));
}

Result<QJsonValue> pageIcon(const QString &wanted)
{
    const QString text = wanted.trimmed();
    if (text.compare("none"_L1, Qt::CaseInsensitive) == 0)
        return QJsonValue(QJsonValue::Null);
    if (isLink(text))
        return external(text);
    if (isEmoji(text))
        return QJsonObject{{"type"_L1, "emoji"_L1}, {"emoji"_L1, text}};
    return refused("icon"_L1, wanted, u"an emoji or an https:// link to an image"_s);
}

Result<QJsonValue> pageCover(const QString &wanted)
{
    const QString text = wanted.trimmed();
    if (text.compare("none"_L1, Qt::CaseInsensitive) == 0)
        return QJsonValue(QJsonValue::Null);
    if (isLink(text))
        return external(text);
    return refused("cover"_L1, wanted, u"an https:// link to an image"_s);
}

} // namespace

Result<QJsonObject> pageLooks(const QString &icon, const QString &cover)
{
    QJsonObject looks;
    if (!icon.isEmpty()) {
        const auto made = pageIcon(icon);
        if (!made)
            return failure(made.error());
        looks.insert("icon"_L1, *made);
    }
    if (!cover.isEmpty()) {
        const auto made = pageCover(cover);
        if (!made)
            return failure(made.error());
        looks.insert("cover"_L1, *made);
    }
    return looks;
}

} // namespace fairlead::providers::notion
