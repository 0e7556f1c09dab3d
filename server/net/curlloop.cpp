// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/curlloop.h"

#include "server/net/curlrequest.h"

namespace fairlead::net {
namespace {

// Idle connections that are kept, to all hosts together.
constexpr long keptConnections = 64;

std::unique_ptr<QSocketNotifier> notifier(curl_socket_t socket, QSocketNotifier::Type type)
{
    auto result = std::make_unique<QSocketNotifier>(type);
    result->setSocket(static_cast<qintptr>(socket));
    return result;
}

void enable(const std::unique_ptr<QSocketNotifier> &notifier, bool enabled)
{
    if (notifier)
        notifier->setEnabled(enabled);
}

} // namespace

CurlLoop::CurlLoop()
{
    curl_global_init(CURL_GLOBAL_DEFAULT);
    m_multi = curl_multi_init();
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETFUNCTION, &CurlLoop::watchSocket);
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERFUNCTION, &CurlLoop::armTimer);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_MAXCONNECTS, keptConnections);
    curl_multi_setopt(m_multi, CURLMOPT_PIPELINING, long{CURLPIPE_NOTHING});
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        act(CURL_SOCKET_TIMEOUT, 0);
        announceEnds();
    });
}

CurlLoop::~CurlLoop()
{
    curl_multi_cleanup(m_multi);
    curl_global_cleanup();
}

void CurlLoop::start(CURL *handle)
{
    curl_multi_add_handle(m_multi, handle);
    ++m_underWay;
    // At once, and not by the timer: on a connection that is kept the request leaves right now.
    if (act(CURL_SOCKET_TIMEOUT, 0) < m_underWay)
        QMetaObject::invokeMethod(this, &CurlLoop::announceEnds, Qt::QueuedConnection);
}

void CurlLoop::stop(CURL *handle)
{
    curl_multi_remove_handle(m_multi, handle);
    --m_underWay;
}

int CurlLoop::watchSocket(CURL *, curl_socket_t socket, int what, void *self, void *)
{
    static_cast<CurlLoop *>(self)->setWatch(socket, what);
    return 0;
}

int CurlLoop::armTimer(CURLM *, long milliseconds, void *self)
{
    QTimer &timer = static_cast<CurlLoop *>(self)->m_timer;
    if (milliseconds < 0)
        timer.stop();
    else
        timer.start(std::chrono::milliseconds(milliseconds));
    return 0;
}

void CurlLoop::setWatch(curl_socket_t socket, int what)
{
    Watch &watch = m_watches[socket];
    const bool reads = (what & CURL_POLL_IN) != 0 && what != CURL_POLL_REMOVE;
    const bool writes = (what & CURL_POLL_OUT) != 0 && what != CURL_POLL_REMOVE;
    if (reads && !watch.read) {
        watch.read = notifier(socket, QSocketNotifier::Read);
        connect(watch.read.get(), &QSocketNotifier::activated, this, [this, socket] {
            act(socket, CURL_CSELECT_IN);
            announceEnds();
        });
    }
    if (writes && !watch.write) {
        watch.write = notifier(socket, QSocketNotifier::Write);
        connect(watch.write.get(), &QSocketNotifier::activated, this, [this, socket] {
            act(socket, CURL_CSELECT_OUT);
            announceEnds();
        });
    }
    enable(watch.read, reads);
    enable(watch.write, writes);
}

int CurlLoop::act(curl_socket_t socket, int what)
{
    int running = 0;
    curl_multi_socket_action(m_multi, socket, what, &running);
    return running;
}

void CurlLoop::announceEnds()
{
    int left = 0;
    while (const CURLMsg *message = curl_multi_info_read(m_multi, &left)) {
        void *request = nullptr;
        curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &request);
        static_cast<CurlRequest *>(request)->finish(message->data.result);
    }
}

} // namespace fairlead::net
