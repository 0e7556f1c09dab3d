// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/engine/requesthead.h"

#include "server/http/engine/requestline.h"
#include "server/http/engine/textrules.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::http::engine {
namespace {

using Maybe = std::optional<Refusal>;

bool sameText(QByteArrayView left, QByteArrayView right)
{
    return left.compare(right, Qt::CaseInsensitive) == 0;
}

// Not a function: called through a pointer to one, each byte of a head costs three times as much.
constexpr auto isValueCharacter = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte == '\t' || (byte >= ' ' && byte != 0x7F);
};

QByteArrayView trimmedBlanks(QByteArrayView text)
{
    while (!text.isEmpty() && (text.front() == ' ' || text.front() == '\t'))
        text = text.sliced(1);
    while (!text.isEmpty() && (text.back() == ' ' || text.back() == '\t'))
        text.chop(1);
    return text;
}

/** Fields that decide who is calling, or how the message is read: two of them are ambiguous. */
bool mustBeSingle(QByteArrayView name)
{
    constexpr std::array single{QByteArrayView("authorization"),
                                QByteArrayView("connection"),
                                QByteArrayView("content-length"),
                                QByteArrayView("content-type"),
                                QByteArrayView("expect"),
                                QByteArrayView("host"),
                                QByteArrayView("last-event-id"),
                                QByteArrayView("mcp-protocol-version"),
                                QByteArrayView("mcp-session-id"),
                                QByteArrayView("origin"),
                                QByteArrayView("sec-fetch-site"),
                                QByteArrayView("transfer-encoding"),
                                QByteArrayView("upgrade"),
                                QByteArrayView("x-mcp-api-key"),
                                QByteArrayView("x-user-id")};
    return std::find(single.begin(), single.end(), name) != single.end();
}

bool hasField(const RequestHead &head, QByteArrayView name)
{
    return std::any_of(head.fields.begin(), head.fields.end(), [name](const Header &field) {
        return field.first == name;
    });
}

/** Where the first line ends, before its CR LF; -1 where it does not. */
qsizetype lineEnd(QByteArrayView text)
{
    for (qsizetype end = text.indexOf('\r'); end >= 0; end = text.indexOf('\r', end + 1)) {
        if (end + 1 < text.size() && text[end + 1] == '\n')
            return end;
    }
    return -1;
}

/** In lower case, without a look at any locale. */
QByteArray loweredName(QByteArrayView name)
{
    QByteArray lowered(name.size(), Qt::Uninitialized);
    std::transform(name.begin(), name.end(), lowered.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return lowered;
}

Maybe readField(QByteArrayView line, RequestHead &head)
{
    if (line.front() == ' ' || line.front() == '\t')
        return badRequest(u"A header field may not continue on a second line."_s);
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0 || !isToken(line.first(colon)))
        return badRequest(u"A header field has no valid name."_s);
    const QByteArrayView value = trimmedBlanks(line.sliced(colon + 1));
    if (!std::all_of(value.begin(), value.end(), isValueCharacter))
        return badRequest(u"A header field holds a control character."_s);
    QByteArray name = loweredName(line.first(colon));
    if (mustBeSingle(name) && hasField(head, name))
        return badRequest(u"The header field %1 is there twice."_s.arg(QLatin1StringView(name)));
    head.fields.emplaceBack(std::move(name), value.toByteArray());
    return {};
}

Maybe readContentLength(const RequestHead &head, const Limits &limits, qint64 &length)
{
    if (!hasField(head, "content-length"))
        return {};
    const QByteArray text = head.field("content-length");
    const bool digits = !text.isEmpty() && std::all_of(text.begin(), text.end(), isDigit)
        && (text.size() == 1 || text.front() != '0');
    if (!digits)
        return badRequest(u"Content-Length must be one plain number."_s);
    bool fits = false;
    length = text.toLongLong(&fits);
    if (!fits || length > limits.bodyBytes)
        return Refusal{.status = 413,
                       .code = u"body_too_large"_s,
                       .detail =
                           u"The request body is larger than %1 bytes."_s.arg(limits.bodyBytes)};
    return {};
}

Maybe readFraming(const Limits &limits, RequestHead &head)
{
    if (hasField(head, "transfer-encoding")) {
        if (!sameText(head.field("transfer-encoding"), "chunked"))
            return Refusal{.status = 501,
                           .code = u"transfer_encoding"_s,
                           .detail = u"The only transfer encoding understood is chunked."_s};
        if (hasField(head, "content-length"))
            return badRequest(u"A request has Content-Length or Transfer-Encoding, not both."_s);
        head.chunked = true;
    }
    if (Maybe refusal = readContentLength(head, limits, head.contentLength))
        return refusal;
    if (head.hasBody() && (head.method == "GET" || head.method == "HEAD"))
        return badRequest(
            u"A %1 request may not have a body."_s.arg(QLatin1StringView(head.method)));
    return {};
}

/** An offer of HTTP/2 (Java sends it) may be ignored, RFC 9110 7.8; everything else is refused. */
Maybe readConnection(RequestHead &head)
{
    if (hasField(head, "upgrade") && !sameText(head.field("upgrade"), "h2c"))
        return badRequest(u"This server does not change to another protocol."_s);
    const QList<QByteArray> options = head.field("connection").split(',');
    for (const QByteArray &option : options) {
        const QByteArrayView name = trimmedBlanks(option);
        if (sameText(name, "close"))
            head.closes = true;
        else if (sameText(name, "upgrade") && !hasField(head, "upgrade"))
            return badRequest(u"This server does not change to another protocol."_s);
    }
    return {};
}

Maybe readExpectation(RequestHead &head)
{
    if (!hasField(head, "expect"))
        return {};
    if (!sameText(head.field("expect"), "100-continue"))
        return Refusal{.status = 417,
                       .code = u"expectation"_s,
                       .detail = u"The only expectation understood is 100-continue."_s};
    head.expectsContinue = true;
    return {};
}

Maybe judge(const Limits &limits, RequestHead &head)
{
    if (head.field("host").isEmpty())
        return badRequest(u"The request has no Host."_s);
    if (Maybe refusal = readConnection(head))
        return refusal;
    if (Maybe refusal = readFraming(limits, head))
        return refusal;
    return readExpectation(head);
}

} // namespace

QByteArray RequestHead::field(QByteArrayView name) const
{
    const auto found = std::find_if(
        fields.begin(), fields.end(), [name](const Header &entry) { return entry.first == name; });
    return found == fields.end() ? QByteArray() : found->second;
}

std::optional<Refusal> parseRequestHead(QByteArrayView text,
                                        const Limits &limits,
                                        RequestHead &head)
{
    qsizetype end = lineEnd(text);
    if (end < 0)
        return badRequest(u"The request line does not end."_s);
    if (Maybe refusal = readRequestLine(text.first(end), limits, head))
        return refusal;
    constexpr qsizetype usualFields = 16;
    head.fields.reserve(usualFields);
    for (text = text.sliced(end + 2); !text.startsWith("\r\n"); text = text.sliced(end + 2)) {
        end = lineEnd(text);
        if (end < 0)
            return badRequest(u"The header fields do not end."_s);
        if (head.fields.size() == limits.headFields)
            return Refusal{
                .status = 431,
                .code = u"too_many_fields"_s,
                .detail = u"The request has more than %1 header fields."_s.arg(limits.headFields)};
        if (Maybe refusal = readField(text.first(end), head))
            return refusal;
    }
    return judge(limits, head);
}

} // namespace fairlead::http::engine
