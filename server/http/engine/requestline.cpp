// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/engine/requestline.h"

#include "server/http/engine/textrules.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::http::engine {
namespace {

using Maybe = std::optional<Refusal>;

/** The characters of RFC 3986 that need no escape in a path; escapes are refused altogether. */
constexpr CharacterTable pathCharacters = charactersIn(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~!$&'()*+,;=:@/");
constexpr auto isPathCharacter = [](char c) {
    return pathCharacters[static_cast<unsigned char>(c)];
};

constexpr CharacterTable escapedInQuery = charactersIn("\"#<>\\");

Maybe readPath(QByteArrayView path, RequestHead &head)
{
    if (!path.startsWith('/'))
        return badRequest(u"The request target must be a path that begins with a slash."_s);
    if (!std::all_of(path.begin(), path.end(), isPathCharacter))
        return badRequest(u"The path may hold only plain characters, no escapes."_s);
    if (path.contains("//"))
        return badRequest(u"The path may not hold two slashes in a row."_s);
    const QByteArray whole = path.toByteArray();
    const QList<QByteArray> segments = whole.split('/');
    const bool dots = std::any_of(segments.begin(), segments.end(), [](const QByteArray &segment) {
        return segment == "." || segment == "..";
    });
    if (dots)
        return badRequest(u"The path may not hold a segment of dots."_s);
    head.path = whole;
    return {};
}

/** What browsers leave unescaped in a query is accepted; a percent sign must begin an escape. */
Maybe readQuery(QByteArrayView query, RequestHead &head)
{
    for (qsizetype i = 0; i < query.size(); ++i) {
        const char c = query[i];
        if (c <= ' ' || c > '~' || escapedInQuery[static_cast<unsigned char>(c)])
            return badRequest(u"The query holds a character that must be escaped."_s);
        const bool escape = c != '%'
            || (i + 2 < query.size() && isHexDigit(query[i + 1]) && isHexDigit(query[i + 2]));
        if (!escape)
            return badRequest(u"The query holds a percent sign that begins no escape."_s);
    }
    head.query = query.toByteArray();
    return {};
}

Maybe readMethod(QByteArrayView method, RequestHead &head)
{
    constexpr std::array known{QByteArrayView("GET"),
                               QByteArrayView("HEAD"),
                               QByteArrayView("POST"),
                               QByteArrayView("PUT"),
                               QByteArrayView("PATCH"),
                               QByteArrayView("DELETE"),
                               QByteArrayView("OPTIONS")};
    if (!isToken(method))
        return badRequest(u"The request line does not begin with a method."_s);
    if (std::find(known.begin(), known.end(), method) == known.end())
        return Refusal{.status = 501,
                       .code = u"method_unknown"_s,
                       .detail = u"This server does not know that HTTP method."_s};
    head.method = method.toByteArray();
    return {};
}

} // namespace

std::optional<Refusal> readRequestLine(QByteArrayView line, const Limits &limits, RequestHead &head)
{
    const qsizetype first = line.indexOf(' ');
    const qsizetype last = line.lastIndexOf(' ');
    if (first <= 0 || last == first)
        return badRequest(u"The request line must be method, target and version."_s);
    const QByteArrayView target = line.sliced(first + 1, last - first - 1);
    const QByteArrayView version = line.sliced(last + 1);
    if (target.size() > limits.targetBytes)
        return Refusal{.status = 414,
                       .code = u"target_too_long"_s,
                       .detail = u"The path and query of the request are too long."_s};
    if (Maybe refusal = readMethod(line.first(first), head))
        return refusal;
    if (version == "HTTP/1.0")
        return Refusal{.status = 505,
                       .code = u"http_version"_s,
                       .detail = u"This server speaks HTTP/1.1 only."_s};
    if (version != "HTTP/1.1")
        return badRequest(u"The request line must end with HTTP/1.1."_s);
    const qsizetype mark = target.indexOf('?');
    if (Maybe refusal = readPath(mark < 0 ? target : target.first(mark), head))
        return refusal;
    return mark < 0 ? Maybe() : readQuery(target.sliced(mark + 1), head);
}

} // namespace fairlead::http::engine
