// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/proxypath.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace fairlead::providers {
namespace {

constexpr qsizetype longestPath = 8LL * 1024;
constexpr qsizetype longestQuery = 8LL * 1024;
constexpr int mostDecodings = 3;

tl::unexpected<Error> refused(const QString &why)
{
    return failure(ErrorCode::InvalidInput, u"“path” %1, so nothing was sent."_s.arg(why));
}

bool isVisibleAscii(QChar c)
{
    return c > u' ' && c < u'\x7F';
}

/** Whether every "%" is followed by two hex digits. */
bool hasWholeEscapes(const QByteArray &path)
{
    for (qsizetype i = path.indexOf('%'); i >= 0; i = path.indexOf('%', i + 1)) {
        const QByteArray digits = path.mid(i + 1, 2);
        bool isHex = false;
        digits.toUInt(&isHex, 16);
        if (digits.size() != 2 || !isHex || digits.startsWith('+') || digits.startsWith('-'))
            return false;
    }
    return true;
}

/** What an escape stands for that no segment may contain, in every reading of it. */
bool hidesAnother(const QByteArray &path)
{
    const QByteArray lower = path.toLower();
    return lower.contains("%2f") || lower.contains("%5c") || lower.contains("%00");
}

bool isStepUp(const QByteArray &segment)
{
    // Java servers cut what follows a semicolon, and then see the dots.
    const QByteArray name = segment.first(
        std::max<qsizetype>(0, segment.contains(';') ? segment.indexOf(';') : segment.size()));
    return name == "." || name == "..";
}

/** Why a path, at one level of decoding, cannot be taken; nothing when it can. */
std::optional<QString> fault(const QByteArray &path)
{
    const QString text = QString::fromUtf8(path);
    if (text.contains(QChar::ReplacementCharacter))
        return u"has bytes that are no text"_s;
    if (std::any_of(text.begin(), text.end(), [](QChar c) {
            return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
        }))
        return u"has control characters"_s;
    if (path.contains(';'))
        return u"has “;”, behind which some servers do not look"_s;
    if (hidesAnother(path) || path.contains('\\') || path.contains("//"))
        return u"has a hidden or doubled slash"_s;
    const QList<QByteArray> segments = path.split('/');
    if (std::any_of(segments.begin(), segments.end(), isStepUp))
        return u"has a step up (“.” or “..”)"_s;
    return {};
}

/** The path as it is when nothing is left to decode; a fault found on the way. */
Result<QByteArray> decoded(QByteArray path)
{
    for (int i = 0; i <= mostDecodings; ++i) {
        if (const auto found = fault(path))
            return refused(*found);
        const QByteArray next = QByteArray::fromPercentEncoding(path);
        if (next == path)
            return path;
        path = next;
    }
    return refused(u"is encoded over and over"_s);
}

bool isBelow(const QByteArray &path, const QString &prefix)
{
    QByteArrayList names = path.toLower().split('/');
    for (QByteArray &name : names)
        name = name.split(';').first();
    return (names.join('/') + '/').startsWith(prefix.toLatin1().toLower());
}

} // namespace

Result<ProxyPath> ProxyPath::checked(const QString &path,
                                     const QStringList &prefixes,
                                     const QStringList &excluded)
{
    if (path.isEmpty() || path.size() > longestPath)
        return refused(u"must have 1 to %1 characters"_s.arg(longestPath));
    if (!path.startsWith(u'/'))
        return refused(u"must begin with one slash: it is a path and no address"_s);
    if (!std::all_of(path.begin(), path.end(), isVisibleAscii))
        return refused(u"has blanks or characters that must be percent-encoded"_s);
    if (path.contains(u'?') || path.contains(u'#'))
        return refused(u"has “?” or “#”: what is asked for goes into “query”"_s);
    const QByteArray raw = path.toLatin1();
    if (!hasWholeEscapes(raw))
        return refused(u"has a “%” without two hex digits"_s);
    const auto plain = decoded(raw);
    if (!plain)
        return failure(plain.error());
    const auto prefix =
        std::find_if(prefixes.begin(), prefixes.end(), [&path](const QString &each) {
            return path.startsWith(each);
        });
    const bool isExcluded = std::any_of(excluded.begin(), excluded.end(), [&](const QString &each) {
        return isBelow(*plain, each);
    });
    if (prefix == prefixes.end() || isExcluded)
        return refused(
            u"is outside of what may be called, which is %1"_s.arg(prefixes.join(u", "_s)));
    ProxyPath checked;
    checked.m_path = path;
    checked.m_prefix = *prefix;
    checked.m_segments = QString::fromUtf8(*plain).sliced(1).split(u'/');
    return checked;
}

Result<QUrl> ProxyPath::on(const QUrl &base, const Query &query) const
{
    QByteArray encoded;
    for (const auto &[name, value] : query) {
        encoded += encoded.isEmpty() ? "" : "&";
        encoded += QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    }
    if (encoded.size() > longestQuery)
        return failure(
            ErrorCode::InvalidInput,
            u"“query” is longer than %1 bytes, so nothing was sent."_s.arg(longestQuery));
    QString start = base.path(QUrl::FullyEncoded);
    while (start.endsWith(u'/'))
        start.chop(1);
    QUrl url = base;
    url.setPath(start + m_path, QUrl::StrictMode);
    url.setQuery(encoded.isEmpty() ? QString() : QString::fromLatin1(encoded), QUrl::StrictMode);
    url.setFragment({});
    // What was checked above is looked at once more as it will leave.
    const QString leaving = url.path(QUrl::FullyEncoded);
    const bool isAtHome = url.isValid() && url.scheme() == base.scheme()
        && url.host() == base.host() && url.port() == base.port()
        && url.userInfo() == base.userInfo() && leaving.startsWith(start + m_prefix)
        && decoded(leaving.toLatin1()).has_value();
    if (!isAtHome)
        return refused(u"does not stay below the connection's address"_s);
    return url;
}

bool ProxyPath::matches(const QString &pattern) const
{
    const QStringList wanted = pattern.sliced(1).split(u'/');
    return std::equal(wanted.begin(),
                      wanted.end(),
                      m_segments.begin(),
                      m_segments.end(),
                      [](const QString &name, const QString &segment) {
                          return name == "{}"_L1 || name == segment;
                      });
}

} // namespace fairlead::providers
