// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The sandbox's answers, replayed: the first request for a line and body is passed on, later ones
// get the same bytes. So the upstream costs next to nothing and is the same for every server that
// is measured. Usage: fairlead-replay URL-OF-THE-SANDBOX
#include "tests/benchmarks/wire.h"

#include <QHash>
#include <QUrl>

#include <cstdio>
#include <memory>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unordered_map>

using namespace Qt::StringLiterals;
using namespace fairlead::benchmarks;

namespace {

/** Takes connections on a port of 127.0.0.1 that the system chooses. */
class Listener
{
public:
    Listener()
        : m_wire(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        socklen_t size = sizeof(address);
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        auto *const generic = reinterpret_cast<sockaddr *>(&address);
        if (bind(m_wire.socket(), generic, size) != 0 || listen(m_wire.socket(), 512) != 0
            || getsockname(m_wire.socket(), generic, &size) != 0)
            fail("no port is free.");
        m_port = ntohs(address.sin_port);
    }

    [[nodiscard]] Wire &wire() { return m_wire; }
    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] int accept() const
    {
        return accept4(m_wire.socket(), nullptr, nullptr, SOCK_CLOEXEC);
    }

private:
    Wire m_wire;
    int m_port = 0;
};

QByteArray withoutField(QByteArray head, const QByteArray &name)
{
    const qsizetype at = head.toLower().indexOf("\r\n" + name + ':');
    return at < 0 ? head : head.remove(at, head.indexOf("\r\n", at + 2) - at);
}

QByteArray unchunked(const QByteArray &text)
{
    QByteArray content;
    for (qsizetype at = 0;;) {
        const qsizetype lineEnd = text.indexOf("\r\n", at);
        const qsizetype size = text.mid(at, lineEnd - at).toLongLong(nullptr, 16);
        if (lineEnd < 0 || size <= 0)
            return content;
        content += text.mid(lineEnd + 2, size);
        at = lineEnd + 2 + size + 2;
    }
}

class Replay
{
public:
    explicit Replay(const QUrl &sandbox)
        : m_sandbox(sandbox)
    {}

    [[nodiscard]] QByteArray answerTo(const QByteArray &request)
    {
        const qsizetype body = request.indexOf("\r\n\r\n") + 4;
        const QByteArray name = request.left(request.indexOf("\r\n")) + request.sliced(body);
        QByteArray &answer = m_answers[name];
        if (answer.isNull())
            answer = ask(request.left(body - 2), request.sliced(body));
        return answer;
    }

private:
    /** The sandbox's answer to this, as one message with its length. */
    [[nodiscard]] QByteArray ask(const QByteArray &head, const QByteArray &body) const
    {
        QByteArray own = withoutField(withoutField(head, "connection"), "host");
        own.insert(own.indexOf("\r\n"),
                   "\r\nConnection: close\r\nHost: " + m_sandbox.authority().toUtf8());
        Wire wire(Wire::connectTo(quint16(m_sandbox.port())));
        wire.send(own + "\r\n" + body);
        while (wire.read())
            continue;
        const QByteArray answer = wire.takeAll();
        const qsizetype headEnd = answer.indexOf("\r\n\r\n");
        QByteArray fields = answer.left(headEnd + 2);
        QByteArray content = answer.sliced(headEnd + 4);
        if (headerField(answer, "transfer-encoding").contains("chunked"))
            content = unchunked(content);
        for (const QByteArray &name :
             {"connection"_ba, "content-length"_ba, "transfer-encoding"_ba})
            fields = withoutField(fields, name);
        return fields + "Content-Length: " + QByteArray::number(content.size()) + "\r\n\r\n"
            + content;
    }

    QUrl m_sandbox;
    QHash<QByteArray, QByteArray> m_answers;
};

} // namespace

int main(int argc, char *argv[])
{
    const QUrl sandbox(QString::fromLocal8Bit(argc == 2 ? argv[1] : ""));
    if (sandbox.port() < 0)
        fail("usage: fairlead-replay URL-OF-THE-SANDBOX");
    Replay replay(sandbox);
    Listener listener;
    Watch watch;
    watch.add(listener.wire());
    std::printf("{\"url\":\"http://127.0.0.1:%d\"}\n", listener.port());
    std::fflush(stdout);

    std::unordered_map<Wire *, std::unique_ptr<Wire>> open;
    for (;;) {
        for (Wire *const wire : watch.wait()) {
            if (wire == &listener.wire()) {
                auto accepted = std::make_unique<Wire>(listener.accept());
                watch.add(*accepted);
                open.emplace(accepted.get(), std::move(accepted));
            } else if (!wire->read()) {
                open.erase(wire);
            } else if (const QByteArray request = wire->takeMessage(); !request.isNull()) {
                wire->send(replay.answerTo(request));
            }
        }
    }
}
