// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/engine/requestguard.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::http;
using namespace fairlead::http::engine;

namespace {

using State = RequestGuard::State;

constexpr int complete = 200;
constexpr int needsMore = 100;

int verdict(const RequestGuard &guard)
{
    switch (guard.state()) {
    case State::Complete:
        return complete;
    case State::Refused:
        return guard.refusal().status;
    case State::NeedHead:
    case State::NeedBody:
        break;
    }
    return needsMore;
}

int judge(const QList<QByteArray> &pieces, const Limits &limits = {})
{
    RequestGuard guard(limits);
    for (const QByteArray &piece : pieces)
        guard.feed(piece);
    return verdict(guard);
}

QByteArray get(const QByteArray &target)
{
    return "GET " + target + " HTTP/1.1\r\nHost: h\r\n\r\n";
}

/** A GET with these further lines in its head. */
QByteArray with(const QByteArray &lines)
{
    return "GET / HTTP/1.1\r\nHost: h\r\n" + lines + "\r\n\r\n";
}

/** A POST with these further lines in its head, and a body. */
QByteArray post(const QByteArray &lines, const QByteArray &body)
{
    return "POST / HTTP/1.1\r\nHost: h\r\n" + lines + "\r\n\r\n" + body;
}

QByteArray chunked(const QByteArray &body)
{
    return post("Transfer-Encoding: chunked"_ba, body);
}

void addRow(const char *name, const QByteArray &request, int status)
{
    QTest::newRow(name) << request << status;
}

} // namespace

class TestRequestGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesTheRequestLine_data()
    {
        columns();
        addRow("plain", get("/"_ba), complete);
        addRow("query", get("/a?b=c&d=%20+e"_ba), complete);
        addRow("characters of a path", get("/a-._~!$&'()*+,;=:@/b"_ba), complete);
        addRow("absolute form", get("http://h/"_ba), 400);
        addRow("authority form", "CONNECT h:1 HTTP/1.1\r\nHost: h\r\n\r\n"_ba, 501);
        addRow("asterisk form", "OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n"_ba, 400);
        addRow("empty target", "GET  HTTP/1.1\r\nHost: h\r\n\r\n"_ba, 400);
        addRow("two slashes", get("//evil/api"_ba), 400);
        addRow("two slashes inside", get("/a//b"_ba), 400);
        addRow("dot dot", get("/a/../b"_ba), 400);
        addRow("dot dot at the end", get("/a/.."_ba), 400);
        addRow("dot", get("/a/./b"_ba), 400);
        addRow("three dots are a name", get("/a/.../b"_ba), complete);
        addRow("escaped slash", get("/a%2fb"_ba), 400);
        addRow("escaped dot", get("/%2e%2e/b"_ba), 400);
        addRow("escaped NUL", get("/a%00"_ba), 400);
        addRow("escaped letter", get("/%61"_ba), 400);
        addRow("backslash", get("/a\\b"_ba), 400);
        addRow("fragment", get("/a#b"_ba), 400);
        addRow("fragment in query", get("/a?b#c"_ba), 400);
        addRow("broken escape in query", get("/a?b=%2"_ba), 400);
        addRow("space in target", get("/a b"_ba), 400);
        addRow("tab in target", get("/a\tb"_ba), 400);
        addRow("not ASCII in path", get("/\xC3\xA9"_ba), 400);
        addRow("not ASCII in query", get("/?\xC3\xA9"_ba), 400);
        addRow("long target", get('/' + QByteArray(8 * 1024 - 1, 'a')), complete);
        addRow("too long target", get('/' + QByteArray(8 * 1024, 'a')), 414);
        addRow("endless target", "GET /" + QByteArray(40 * 1024, 'a'), 414);
        addRow("unknown method", "BREW / HTTP/1.1\r\nHost: h\r\n\r\n"_ba, 501);
        addRow("method in small letters", "get / HTTP/1.1\r\nHost: h\r\n\r\n"_ba, 400);
        addRow("method of two cases", "Get / HTTP/1.1\r\nHost: h\r\n\r\n"_ba, 501);
        addRow("bad method", "GE(T / HTTP/1.1\r\nHost: h\r\n\r\n"_ba, 400);
        addRow("no method", " / HTTP/1.1\r\nHost: h\r\n\r\n"_ba, 400);
        addRow("HTTP/1.0", "GET / HTTP/1.0\r\nHost: h\r\n\r\n"_ba, 505);
        addRow("HTTP/2.0", "GET / HTTP/2.0\r\nHost: h\r\n\r\n"_ba, 400);
        addRow("HTTP/1.10", "GET / HTTP/1.10\r\nHost: h\r\n\r\n"_ba, 400);
        addRow("HTTPabcd", "GET / HTTPabcd\r\nHost: h\r\n\r\n"_ba, 400);
        addRow("no version", "GET /\r\nHost: h\r\n\r\n"_ba, 400);
        addRow("words after version", "GET / HTTP/1.1 x\r\nHost: h\r\n\r\n"_ba, 400);
        addRow("garbage", "!!!!\r\n\r\n"_ba, 400);
        addRow("TLS", "\x16\x03\x01\x02"_ba, 400);
        addRow("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"_ba, 501);
    }
    void judgesTheRequestLine() { check(); }

    void judgesTheFields_data()
    {
        columns();
        addRow("value with blanks around", with("X: \t a b \t"_ba), complete);
        addRow("empty value", with("X:"_ba), complete);
        addRow("UTF-8 in a value", with("X: \xC3\xA9"_ba), complete);
        addRow("no Host", "GET / HTTP/1.1\r\nX: y\r\n\r\n"_ba, 400);
        addRow("empty Host", "GET / HTTP/1.1\r\nHost: \r\n\r\n"_ba, 400);
        addRow("no field at all", "GET / HTTP/1.1\r\n\r\n"_ba, 400);
        addRow("two Hosts", with("hOST: h"_ba), 400);
        addRow("two Origins", with("Origin: http://a\r\nOrigin: http://a"_ba), 400);
        addRow("two Authorizations", with("Authorization: a\r\nAuthorization: b"_ba), 400);
        addRow("two keys", with("X-MCP-API-Key: a\r\nx-mcp-api-key: b"_ba), 400);
        addRow("two of another field", with("Accept: a\r\nAccept: b"_ba), complete);
        addRow("bare line feed", "GET / HTTP/1.1\nHost: h\n\n"_ba, 400);
        addRow("line feed ends the head", "GET / HTTP/1.1\r\nHost: h\r\n\n"_ba, 400);
        addRow("carriage return alone", with("X: a\rb"_ba), 400);
        addRow("leading line break", "\r\nGET / HTTP/1.1\r\nHost: h\r\n\r\n"_ba, 400);
        addRow("folded value", with("X: a\r\n b"_ba), 400);
        addRow("folded by tab", with("X: a\r\n\tb"_ba), 400);
        addRow("NUL", with("X: a" + QByteArray(1, '\0')), 400);
        addRow("control character", with("X: a\x01"_ba), 400);
        addRow("delete character", with("X: a\x7F"_ba), 400);
        addRow("name with a space", with("Bad Name: 1"_ba), 400);
        addRow("space before colon", with("X : 1"_ba), 400);
        addRow("no name", with(": 1"_ba), 400);
        addRow("no colon", with("X"_ba), 400);
        addRow("not ASCII in a name", with("X\xC3\xA9: 1"_ba), 400);
        addRow("63 further fields", with(fields(63)), complete);
        addRow("64 further fields", with(fields(64)), 431);
        addRow("100 fields and an Origin", with(fields(100) + "\r\nOrigin: http://evil"), 431);
        addRow("long value", with("X: " + QByteArray(31 * 1024, 'a')), complete);
        addRow("too long value", with("X: " + QByteArray(33 * 1024, 'a')), 431);
        addRow(
            "endless head", "GET / HTTP/1.1\r\nHost: h\r\nX: " + QByteArray(40 * 1024, 'a'), 431);
        addRow("unfinished", "GET / HTTP/1.1\r\nHost: h\r\n"_ba, needsMore);
        addRow("nothing", QByteArray(), needsMore);
    }
    void judgesTheFields() { check(); }

    void judgesProtocolChanges_data()
    {
        columns();
        addRow("web socket", with("Connection: Upgrade\r\nUpgrade: websocket"_ba), 400);
        addRow("upgrade without offer", with("Upgrade: websocket"_ba), 400);
        addRow("offer without upgrade", with("Connection: keep-alive, Upgrade"_ba), 400);
        addRow("HTTP/2 offered by Java",
               with("Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: A"_ba),
               complete);
        addRow("keep-alive", with("Connection: keep-alive"_ba), complete);
        addRow("Expect", post("Content-Length: 1\r\nExpect: 100-continue"_ba, "a"_ba), complete);
        addRow("other Expect", post("Content-Length: 1\r\nExpect: magic"_ba, "a"_ba), 417);
    }
    void judgesProtocolChanges() { check(); }

    void judgesTheLength_data()
    {
        columns();
        addRow("body", post("Content-Length: 3"_ba, "abc"_ba), complete);
        addRow("no length", post("X: y"_ba, {}), complete);
        addRow("zero", post("Content-Length: 0"_ba, {}), complete);
        addRow("half a body", post("Content-Length: 3"_ba, "ab"_ba), needsMore);
        addRow("negative", post("Content-Length: -1"_ba, {}), 400);
        addRow("plus", post("Content-Length: +5"_ba, "abcde"_ba), 400);
        addRow("list", post("Content-Length: 5, 5"_ba, "abcde"_ba), 400);
        addRow("hexadecimal", post("Content-Length: 0x5"_ba, "abcde"_ba), 400);
        addRow("empty", post("Content-Length:"_ba, {}), 400);
        addRow("two numbers", post("Content-Length: 5 5"_ba, "abcde"_ba), 400);
        addRow("leading zero", post("Content-Length: 05"_ba, "abcde"_ba), 400);
        addRow("twice", post("Content-Length: 5\r\nContent-Length: 5"_ba, "abcde"_ba), 400);
        addRow("length and chunks",
               post("Content-Length: 5\r\nTransfer-Encoding: chunked"_ba, "0\r\n\r\n"_ba),
               400);
        addRow("largest", post("Content-Length: 4194304"_ba, {}), needsMore);
        addRow("too large", post("Content-Length: 4194305"_ba, {}), 413);
        addRow("2^63", post("Content-Length: 9223372036854775808"_ba, {}), 413);
        addRow("2^64-1", post("Content-Length: 18446744073709551615"_ba, {}), 413);
        addRow("body of a GET", with("Content-Length: 1"_ba), 400);
        addRow("second request in one piece", get("/"_ba) + get("/"_ba), 400);
        addRow("byte after the body", post("Content-Length: 1"_ba, "ab"_ba), 400);
        addRow("line break after the body", post("Content-Length: 1"_ba, "a\r\n"_ba), 400);
    }
    void judgesTheLength() { check(); }

    void judgesChunks_data()
    {
        columns();
        addRow("one chunk", chunked("5\r\nabcde\r\n0\r\n\r\n"_ba), complete);
        addRow("hexadecimal", chunked("A\r\n0123456789\r\n1\r\na\r\n00\r\n\r\n"_ba), complete);
        addRow("no chunk", chunked("0\r\n\r\n"_ba), complete);
        addRow("unfinished", chunked("5\r\nabc"_ba), needsMore);
        addRow("in capitals", post("Transfer-Encoding: CHUNKED"_ba, "0\r\n\r\n"_ba), complete);
        addRow("xchunked", post("Transfer-Encoding: xchunked"_ba, {}), 501);
        addRow("gzip, chunked", post("Transfer-Encoding: gzip, chunked"_ba, {}), 501);
        addRow("identity", post("Transfer-Encoding: identity"_ba, {}), 501);
        addRow(
            "twice", post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked"_ba, {}), 400);
        addRow("no number", chunked("zz\r\n\r\n"_ba), 400);
        addRow("negative", chunked("-5\r\nabcde\r\n0\r\n\r\n"_ba), 400);
        addRow("0x5", chunked("0x5\r\nabcde\r\n0\r\n\r\n"_ba), 400);
        addRow("empty size", chunked("\r\nabc"_ba), 400);
        addRow("space after size", chunked("5 \r\nabcde\r\n0\r\n\r\n"_ba), 400);
        addRow("extension", chunked("5;a=b\r\nabcde\r\n0\r\n\r\n"_ba), 400);
        addRow("fffffffff", chunked("fffffffff\r\n"_ba), 400);
        addRow("7fffffff", chunked("7fffffff\r\n"_ba), 413);
        addRow("one byte too large", chunked("400000\r\n"_ba + big() + "\r\n1\r\n"), 413);
        addRow("line feed after size", chunked("5\nabcde\r\n0\r\n\r\n"_ba), 400);
        addRow("chunk longer than its size", chunked("5\r\nabcdef\r\n0\r\n\r\n"_ba), 400);
        addRow("no line break after a chunk", chunked("1\r\nab0\r\n\r\n"_ba), 400);
        addRow("trailer", chunked("0\r\nX: y\r\n\r\n"_ba), 400);
        addRow("smuggled request", chunked("0\r\nXXGET /smuggled HTTP/1.1\r\n\r\n"_ba), 400);
        addRow("request after the end", chunked("0\r\n\r\n"_ba) + get("/"_ba), 400);
    }
    void judgesChunks() { check(); }

    void judgesAlikeHoweverTheBytesAreCut_data()
    {
        columns();
        addRow("GET", get("/a?b=c"_ba), complete);
        addRow("body", post("Content-Length: 5"_ba, "ab\r\nc"_ba), complete);
        addRow("chunks", chunked("3\r\na\r\n\r\n10\r\n0123456789abcdef\r\n0\r\n\r\n"_ba), complete);
        addRow("bad size", chunked("3\r\nabc\r\n-1\r\n"_ba), 400);
        addRow("trailer", chunked("3\r\nabc\r\n0\r\nX: y\r\n\r\n"_ba), 400);
        addRow("bare line feed", "GET / HTTP/1.1\r\nHost: h\r\n\nGET / HTTP/1.1\r\n\r\n"_ba, 400);
        addRow("pipelining", get("/"_ba) + get("/"_ba), 400);
    }
    void judgesAlikeHoweverTheBytesAreCut()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        for (qsizetype first = 0; first <= request.size(); ++first) {
            for (qsizetype second = first; second <= request.size(); ++second)
                QCOMPARE(judge({request.first(first),
                                request.sliced(first, second - first),
                                request.sliced(second)}),
                         status);
        }
    }

    void decodesChunks()
    {
        const Limits limits;
        RequestGuard guard(limits);
        guard.feed(chunked("3\r\na\r\n\r\n2\r\nbc\r\n0\r\n\r\n"_ba));
        QCOMPARE(guard.state(), State::Complete);
        QCOMPARE(guard.body(), "a\r\nbc"_ba);
    }

    void showsTheHeadBeforeTheBody()
    {
        const Limits limits;
        RequestGuard guard(limits);
        guard.feed("PUT /a/b?c=d HTTP/1.1\r\nHost: h\r\nX-Y:  z \r\nContent-Length: 1\r\n\r\n");
        QCOMPARE(guard.state(), State::NeedBody);
        QCOMPARE(guard.head().method, "PUT"_ba);
        QCOMPARE(guard.head().path, "/a/b"_ba);
        QCOMPARE(guard.head().query, "c=d"_ba);
        QCOMPARE(guard.head().field("x-y"), "z"_ba);
    }

    void isReadyForTheNextRequestAfterReset()
    {
        const Limits limits;
        RequestGuard guard(limits);
        guard.feed(chunked("1\r\na\r\n0\r\n\r\n"_ba));
        guard.reset();
        QVERIFY(!guard.hasBegun());
        guard.feed(get("/second"_ba));
        QCOMPARE(guard.state(), State::Complete);
        QCOMPARE(guard.head().path, "/second"_ba);
        QVERIFY(guard.body().isEmpty());
    }

    void rewritesTheRequestWithoutSecrets()
    {
        const Limits limits;
        RequestGuard guard(limits);
        guard.feed("POST /a?api_key=K HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer K\r\n"
                   "Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n");
        QCOMPARE(guard.canonicalRequest(),
                 "POST /a HTTP/1.1\r\nhost: h\r\ncontent-length: 1\r\n\r\na"_ba);
    }

private:
    static void columns()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
    }
    static void check()
    {
        QFETCH(QByteArray, request);
        QTEST(judge({request}), "status");
    }
    static QByteArray fields(int count)
    {
        QList<QByteArray> lines;
        for (int i = 0; i < count; ++i)
            lines.append("X" + QByteArray::number(i) + ": 1");
        return lines.join("\r\n");
    }
    static QByteArray big() { return QByteArray(Limits{}.bodyBytes, 'a'); }
};

QTEST_GUILESS_MAIN(TestRequestGuard)
#include "tst_requestguard.moc"
