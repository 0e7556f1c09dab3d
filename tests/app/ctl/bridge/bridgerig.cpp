// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/ctl/bridge/bridgerig.h"

#include <QSignalSpy>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace fairlead::tests {
namespace {

ctl::StdioChannel::Options opened(std::array<int, 2> &in, std::array<int, 2> &out)
{
    if (pipe(in.data()) != 0 || pipe(out.data()) != 0)
        qFatal("There are no pipes.");
    fcntl(out[0], F_SETFL, O_NONBLOCK);
    std::signal(SIGPIPE, SIG_IGN);
    return {.input = in[0], .output = out[1]};
}

} // namespace

BridgeRig::BridgeRig(const fakes::LocalHttpServer::Answer &answer, const QString &dataFolder)
    : m_server(answer)
    , m_channel(std::make_unique<ctl::StdioChannel>(opened(m_in, m_out)))
    , m_client(*m_channel)
    , m_link(m_streams, Secret("mcp_test"_ba))
    , m_locator(m_http,
                {.dataFolder = dataFolder, .url = dataFolder.isEmpty() ? m_server.url() : QUrl()})
    , m_upstream(m_locator, m_link, m_client)
    , m_bridge(*m_channel, m_client, {m_upstream, m_link, m_client, m_headers}, m_locator, {})
{
    m_bridge.start();
}

BridgeRig::~BridgeRig()
{
    QSignalSpy finished(&m_bridge, &ctl::Bridge::finished);
    closeInput();
    m_bridge.stop();
    if (finished.isEmpty())
        finished.wait();
    QCoreApplication::processEvents();
    m_channel.reset();
    for (const int descriptor : {m_in[0], m_out[0], m_out[1]})
        close(descriptor);
}

void BridgeRig::write(const QByteArray &line) const
{
    const QByteArray bytes = line + '\n';
    if (::write(m_in[1], bytes.constData(), static_cast<size_t>(bytes.size())) != bytes.size())
        qFatal("The bridge takes nothing.");
}

const QByteArrayList &BridgeRig::read()
{
    std::array<char, 65536> piece{};
    for (ssize_t count = 0; (count = ::read(m_out[0], piece.data(), piece.size())) > 0;)
        m_unfinished.append(piece.data(), count);
    QByteArrayList lines = m_unfinished.split('\n');
    m_unfinished = lines.takeLast();
    m_lines += lines;
    return m_lines;
}

bool BridgeRig::hasRead(const QByteArray &part)
{
    const QByteArrayList &lines = read();
    return std::ranges::any_of(lines, [&](const QByteArray &line) { return line.contains(part); });
}

void BridgeRig::closeInput()
{
    if (m_in[1] >= 0)
        close(m_in[1]);
    m_in[1] = -1;
}

QByteArrayList BridgeRig::posted() const
{
    QByteArrayList bodies;
    for (const auto &received : m_server.received()) {
        if (received.head.startsWith("POST /mcp"))
            bodies.append(received.body);
    }
    return bodies;
}

QByteArray BridgeRig::json(const QByteArray &body, const QByteArray &headers)
{
    return fakes::LocalHttpServer::answer(
        "200 OK"_ba, body, headers + "Content-Type: application/json\r\n");
}

QByteArray BridgeRig::events(const QByteArrayList &messages)
{
    QByteArray bytes = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"_ba;
    for (const QByteArray &message : messages)
        bytes += "data: " + message + "\n\n";
    return bytes;
}

QByteArray BridgeRig::accepted()
{
    return fakes::LocalHttpServer::answer("202 Accepted"_ba, {});
}

} // namespace fairlead::tests
