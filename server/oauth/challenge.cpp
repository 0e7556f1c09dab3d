// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/oauth/challenge.h"

#include "server/base/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::oauth {
namespace {

constexpr qsizetype longestHeader = 8 * 1024;
constexpr qsizetype longestScope = 200;
constexpr qsizetype mostScopes = 60;
constexpr qsizetype longestDescription = 200;

bool isScope(const QString &text)
{
    return !text.isEmpty() && text.size() <= longestScope
        && std::all_of(text.begin(), text.end(), [](QChar c) {
               return c.unicode() > 0x20 && c.unicode() < 0x7F && c != u'"' && c != u'\\';
           });
}

/** Reads a WWW-Authenticate header (RFC 9110, section 11.6.1) from left to right. */
class HeaderReader
{
public:
    explicit HeaderReader(QByteArrayView text)
        : m_text(text)
    {}

    [[nodiscard]] bool isAtEnd() const { return m_at >= m_text.size(); }

    void skip(QByteArrayView characters)
    {
        while (!isAtEnd() && characters.contains(m_text[m_at]))
            ++m_at;
    }

    [[nodiscard]] QByteArrayView word()
    {
        const qsizetype start = m_at;
        while (!isAtEnd() && !QByteArrayView(" \t,=\"").contains(m_text[m_at]))
            ++m_at;
        return m_text.sliced(start, m_at - start);
    }

    /** True, and behind it, when the word before is the name of a parameter. */
    [[nodiscard]] bool takesValue()
    {
        const qsizetype before = m_at;
        skip(" \t");
        if (!isAtEnd() && m_text[m_at] == '=') {
            ++m_at;
            skip(" \t");
            return true;
        }
        m_at = before;
        return false;
    }

    [[nodiscard]] QByteArray value()
    {
        if (isAtEnd() || m_text[m_at] != '"')
            return word().toByteArray();
        QByteArray value;
        for (++m_at; !isAtEnd() && m_text[m_at] != '"'; ++m_at) {
            if (m_text[m_at] == '\\' && m_at + 1 < m_text.size())
                ++m_at;
            value += m_text[m_at];
        }
        ++m_at;
        return value;
    }

private:
    QByteArrayView m_text;
    qsizetype m_at = 0;
};

void take(Challenge &challenge, QByteArrayView name, const QByteArray &value)
{
    const auto isNamed = [name](QByteArrayView other) {
        return name.compare(other, Qt::CaseInsensitive) == 0;
    };
    const QString text = QString::fromUtf8(value);
    if (isNamed("resource_metadata"))
        challenge.resourceMetadata = text;
    else if (isNamed("scope"))
        challenge.scopes = scopesIn(text);
    else if (isNamed("error"))
        challenge.error = cleanedLine(text, longestDescription);
    else if (isNamed("error_description"))
        challenge.description = cleanedLine(text, longestDescription).trimmed();
}

/** False where there is no Bearer challenge. */
bool readBearer(QByteArrayView header, Challenge &challenge)
{
    HeaderReader reader(header);
    bool isBearer = false;
    for (;;) {
        reader.skip(" \t,=");
        if (reader.isAtEnd())
            return isBearer;
        const QByteArrayView word = reader.word();
        if (word.isEmpty()) { // a quoted string where none may be
            (void)reader.value();
        } else if (reader.takesValue()) {
            const QByteArray value = reader.value();
            if (isBearer)
                take(challenge, word, value);
        } else if (isBearer) {
            return true; // the next scheme
        } else {
            isBearer = word.compare("bearer", Qt::CaseInsensitive) == 0;
        }
    }
}

} // namespace

Challenge challengeIn(const net::Response &response)
{
    for (const auto &[name, value] : response.headers) {
        Challenge challenge;
        const bool isOne =
            QByteArrayView(name).compare("www-authenticate", Qt::CaseInsensitive) == 0
            && value.size() <= longestHeader;
        if (isOne && readBearer(value, challenge))
            return challenge;
    }
    return {};
}

QStringList scopesIn(const QString &list)
{
    QStringList scopes = list.split(u' ', Qt::SkipEmptyParts);
    scopes.removeIf([](const QString &scope) { return !isScope(scope); });
    scopes.removeDuplicates();
    return scopes.first(std::min(scopes.size(), mostScopes));
}

QStringList joinedScopes(QStringList scopes, const QStringList &more)
{
    scopes += more;
    scopes.removeDuplicates();
    return scopes.first(std::min(scopes.size(), mostScopes));
}

} // namespace fairlead::oauth
