// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/stringformat.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QUrl>

#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::tools {
namespace {

struct NamedFormat
{
    QLatin1StringView name;
    StringFormat format = {};
    QLatin1StringView description;
};

constexpr std::array formats{
    NamedFormat{"date"_L1, StringFormat::Date, "a date such as 2026-11-20"_L1},
    NamedFormat{"date-time"_L1,
                StringFormat::DateTime,
                "a date and time with its offset, such as 2026-11-20T09:30:00Z"_L1},
    NamedFormat{"uri"_L1, StringFormat::Uri, "a URL such as https://example.com/page"_L1},
    NamedFormat{"email"_L1, StringFormat::Email, "an e-mail address such as ann@example.com"_L1},
};

bool isDateTime(const QString &text)
{
    // Qt's reader also takes dates without a time or an offset, which RFC 3339 does not.
    static const QRegularExpression shape(
        uR"(\A\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)\z)"_s);
    return shape.match(text).hasMatch()
        && QDateTime::fromString(text.toUpper(), Qt::ISODateWithMs).isValid();
}

bool isDate(const QString &text)
{
    static const QRegularExpression shape(uR"(\A\d{4}-\d\d-\d\d\z)"_s);
    return shape.match(text).hasMatch() && QDate::fromString(text, Qt::ISODate).isValid();
}

bool isUri(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && !url.isRelative();
}

bool isEmail(const QString &text)
{
    static const QRegularExpression shape(uR"(\A[^\s@<>"(),;:]+@[^\s@<>"(),;:]+\z)"_s);
    return shape.match(text).hasMatch();
}

} // namespace

std::optional<StringFormat> stringFormat(const QString &name)
{
    for (const NamedFormat &known : formats) {
        if (known.name == name)
            return known.format;
    }
    return std::nullopt;
}

bool matchesFormat(StringFormat format, const QString &text)
{
    switch (format) {
    case StringFormat::Date:
        return isDate(text);
    case StringFormat::DateTime:
        return isDateTime(text);
    case StringFormat::Uri:
        return isUri(text);
    case StringFormat::Email:
        return isEmail(text);
    }
    return false;
}

QString describeFormat(StringFormat format)
{
    for (const NamedFormat &known : formats) {
        if (known.format == format)
            return known.description;
    }
    return {};
}

} // namespace fairlead::tools
