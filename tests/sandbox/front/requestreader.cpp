// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/front/requestreader.h"

#include <QUrl>

#include <utility>

namespace fairlead::sandbox {

namespace {

constexpr qsizetype maximumHead = 32 * 1024;
constexpr qsizetype maximumBody = 24 * 1024 * 1024;
constexpr qsizetype maximumTarget = 8 * 1024;
constexpr qsizetype maximumFields = 100;

bool isTokenCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
        || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenCharacter);
}

bool isPrintable(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        return c == '\t' || static_cast<unsigned char>(c) >= 0x20;
    });
}

/** A decimal length without sign, space or overflow; -1 otherwise. */
qsizetype decimalLength(const QByteArray &text)
{
    const bool digits = !text.isEmpty() && text.size() < 16
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits ? text.toLongLong() : -1;
}

QString decoded(QByteArray part)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(part));
}

} // namespace

RequestReader::Progress RequestReader::feed(QByteArrayView bytes)
{
    if (m_state != State::Failed)
        m_buffer.append(bytes.data(), bytes.size());
    while (m_state != State::Failed && m_state != State::Complete && step()) {
    }
    if (m_state == State::Failed)
        return Progress::Failed;
    return m_state == State::Complete ? Progress::Complete : Progress::NeedsMore;
}

Request RequestReader::take()
{
    m_state = State::Head;
    return std::exchange(m_request, {});
}

bool RequestReader::takeContinueWish()
{
    return std::exchange(m_wishesContinue, false);
}

bool RequestReader::step()
{
    switch (m_state) {
    case State::Head:
        return readHead();
    case State::Body:
        return readBody();
    case State::ChunkSize:
        return readChunkSize();
    case State::ChunkData:
        return readChunkData();
    case State::ChunkEnd:
        return readChunkEnd();
    case State::Trailer:
        return readTrailer();
    case State::Complete:
    case State::Failed:
        break;
    }
    return false;
}

bool RequestReader::readHead()
{
    const qsizetype end = m_buffer.indexOf("\r\n\r\n");
    if (end > maximumHead || (end < 0 && m_buffer.size() > maximumHead))
        return fail(431, "The request head is too large.");
    if (end < 0)
        return false;
    const QByteArray head = m_buffer.left(end);
    m_buffer.remove(0, end + 4);
    QByteArrayList lines = head.split('\n');
    for (qsizetype i = 0; i + 1 < lines.size(); ++i) {
        if (!lines[i].endsWith('\r'))
            return fail(400, "A line of the request head does not end with CR LF.");
        lines[i].chop(1);
    }
    if (lines.size() > maximumFields)
        return fail(431, "Too many header fields.");
    if (!readRequestLine(lines.takeFirst()))
        return false;
    for (const QByteArray &line : std::as_const(lines)) {
        if (!readHeaderLine(line))
            return false;
    }
    return chooseBody();
}

bool RequestReader::readRequestLine(const QByteArray &line)
{
    const QByteArrayList parts = line.split(' ');
    if (parts.size() != 3 || !isToken(parts[0]) || !parts[1].startsWith('/')
        || !isPrintable(parts[1]))
        return fail(400, "The request line is malformed.");
    if (parts[2] != "HTTP/1.1")
        return fail(505, "Only HTTP/1.1 is spoken here.");
    if (parts[1].size() > maximumTarget)
        return fail(414, "The request target is too long.");
    m_request.method = parts[0];
    m_request.target = parts[1];
    const qsizetype question = parts[1].indexOf('?');
    m_request.path = decoded(question < 0 ? parts[1] : parts[1].left(question));
    if (question >= 0)
        m_request.query = parsedPairs(parts[1].mid(question + 1));
    return true;
}

bool RequestReader::readHeaderLine(const QByteArray &line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon < 1 || !isToken(QByteArrayView(line).first(colon)) || !isPrintable(line))
        return fail(400, "A header field is malformed.");
    m_request.headers.append({line.left(colon), line.mid(colon + 1).trimmed()});
    return true;
}

bool RequestReader::chooseBody()
{
    const auto count = [this](QByteArrayView name) {
        return std::count_if(
            m_request.headers.begin(), m_request.headers.end(), [name](const HeaderField &field) {
                return field.name.compare(name, Qt::CaseInsensitive) == 0;
            });
    };
    const auto lengths = count("content-length");
    const auto encodings = count("transfer-encoding");
    if (count("host") != 1)
        return fail(400, "Exactly one Host header is required.");
    if (lengths > 1 || encodings > 1 || (lengths == 1 && encodings == 1))
        return fail(400, "The length of the body is ambiguous.");
    m_wishesContinue = m_request.header("expect").toLower() == "100-continue";
    if (encodings == 1) {
        if (m_request.header("transfer-encoding").toLower() != "chunked")
            return fail(501, "Only the chunked transfer coding is supported.");
        m_state = State::ChunkSize;
        return true;
    }
    m_remaining = lengths == 1 ? decimalLength(m_request.header("content-length")) : 0;
    if (m_remaining < 0)
        return fail(400, "Content-Length is malformed.");
    if (m_remaining > maximumBody)
        return fail(413, "The request body is too large.");
    m_state = State::Body;
    return true;
}

bool RequestReader::readBody()
{
    if (m_buffer.size() < m_remaining)
        return false;
    m_request.body = m_buffer.left(m_remaining);
    m_buffer.remove(0, m_remaining);
    m_state = State::Complete;
    return true;
}

bool RequestReader::readChunkSize()
{
    const qsizetype end = m_buffer.indexOf("\r\n");
    if (end < 0)
        return m_buffer.size() > 64 ? fail(400, "A chunk size is malformed.") : false;
    const QByteArray digits = m_buffer.left(end).split(';').constFirst();
    bool valid = !digits.isEmpty() && digits.size() <= 8
        && std::all_of(digits.begin(), digits.end(), [](char c) {
               return QByteArrayView("0123456789abcdefABCDEF").contains(c);
           });
    m_remaining = valid ? digits.toLongLong(&valid, 16) : 0;
    if (!valid)
        return fail(400, "A chunk size is malformed.");
    if (m_request.body.size() + m_remaining > maximumBody)
        return fail(413, "The request body is too large.");
    m_buffer.remove(0, end + 2);
    m_state = m_remaining == 0 ? State::Trailer : State::ChunkData;
    return true;
}

bool RequestReader::readChunkData()
{
    if (m_buffer.size() < m_remaining)
        return false;
    m_request.body.append(m_buffer.constData(), m_remaining);
    m_buffer.remove(0, m_remaining);
    m_state = State::ChunkEnd;
    return true;
}

bool RequestReader::readChunkEnd()
{
    if (m_buffer.size() < 2)
        return false;
    if (!m_buffer.startsWith("\r\n"))
        return fail(400, "A chunk is longer than its size.");
    m_buffer.remove(0, 2);
    m_state = State::ChunkSize;
    return true;
}

bool RequestReader::readTrailer()
{
    if (m_buffer.size() < 2)
        return false;
    if (!m_buffer.startsWith("\r\n"))
        return fail(400, "Trailers are not supported.");
    m_buffer.remove(0, 2);
    m_state = State::Complete;
    return true;
}

bool RequestReader::fail(int status, const QByteArray &why)
{
    m_state = State::Failed;
    m_failedStatus = status;
    m_failure = why;
    return false;
}

} // namespace fairlead::sandbox
