// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/curlloop.h"

#include "server/net/curlrequest.h"

#include <algorithm>

#ifndef Q_OS_WIN
#include <unistd.h>
#endif

namespace fairlead::net {
namespace {

// Idle connections that are kept, to all hosts together.
constexpr long keptConnections = 64;
// Handles that are kept: each has a buffer of 16 KiB, and making one costs as much as a tenth of a
// request.
constexpr size_t keptHandles = 16;

CURLM *newMulti(const CurlLibrary &curl)
{
    curl.globalInit(CURL_GLOBAL_DEFAULT); // counted; the destructor takes it back
    return curl.multiInit();
}

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

Result<CurlLoop *> CurlLoop::ensure(std::unique_ptr<CurlLoop> &loop, const QString &proxy)
{
    if (!loop) {
        const auto curl = CurlLibrary::load();
        if (!curl)
            return failure(curl.error());
        loop.reset(new CurlLoop(*curl, proxy));
    }
    return loop.get();
}

CurlLoop::CurlLoop(const CurlLibrary &curl, QString proxy)
    : m_curl(curl)
    , m_multi(newMulti(curl))
    , m_proxy(std::move(proxy))
{
    m_curl.multiSetopt(m_multi, CURLMOPT_SOCKETFUNCTION, &CurlLoop::watchSocket);
    m_curl.multiSetopt(m_multi, CURLMOPT_SOCKETDATA, this);
    m_curl.multiSetopt(m_multi, CURLMOPT_TIMERFUNCTION, &CurlLoop::armTimer);
    m_curl.multiSetopt(m_multi, CURLMOPT_TIMERDATA, this);
    m_curl.multiSetopt(m_multi, CURLMOPT_MAXCONNECTS, keptConnections);
    m_curl.multiSetopt(m_multi, CURLMOPT_PIPELINING, long{CURLPIPE_NOTHING});
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        act(CURL_SOCKET_TIMEOUT, 0);
        announceEnds();
    });
}

CurlLoop::~CurlLoop()
{
    for (CURL *handle : m_handles)
        m_curl.easyCleanup(handle);
    m_curl.multiCleanup(m_multi);
    m_curl.globalCleanup();
}

CURL *CurlLoop::takeHandle()
{
    if (m_handles.empty())
        return m_curl.easyInit();
    CURL *handle = m_handles.back();
    m_handles.pop_back();
    return handle;
}

void CurlLoop::giveBack(CURL *handle)
{
    if (m_handles.size() == keptHandles) {
        m_curl.easyCleanup(handle);
        return;
    }
    m_curl.easyReset(handle);
    m_handles.push_back(handle);
}

void CurlLoop::start(CURL *handle)
{
    // At once, and not by the timer that libcurl would have: on a connection that is kept the
    // request leaves right now.
    m_isAdding = true;
    m_curl.multiAddHandle(m_multi, handle);
    m_isAdding = false;
    ++m_underWay;
    if (act(CURL_SOCKET_TIMEOUT, 0) == m_underWay)
        return;
    // An answer from nearby is there by now. Its request learns of it without the event loop, which
    // would have to be woken; those of others wait for it, because their ends may start requests.
    collectEnds();
    const auto own = std::find_if(
        m_ends.begin(), m_ends.end(), [handle](const End &end) { return end.handle == handle; });
    const bool hasEnded = own != m_ends.end();
    const End end = hasEnded ? *own : End{};
    if (hasEnded)
        m_ends.erase(own);
    if (!m_ends.empty())
        QMetaObject::invokeMethod(this, &CurlLoop::announceEnds, Qt::QueuedConnection);
    if (hasEnded)
        announce(end);
}

void CurlLoop::stop(CURL *handle)
{
    m_curl.multiRemoveHandle(m_multi, handle);
    --m_underWay;
    std::erase_if(m_ends, [handle](const End &end) { return end.handle == handle; });
}

int CurlLoop::watchSocket(CURL *, curl_socket_t socket, int what, void *self, void *)
{
    static_cast<CurlLoop *>(self)->setWatch(socket, what);
    return 0;
}

int CurlLoop::armTimer(CURLM *, long milliseconds, void *self)
{
    auto *loop = static_cast<CurlLoop *>(self);
    QTimer &timer = loop->m_timer;
    if (loop->m_isAdding)
        return 0; // what start() does next has libcurl ask again
    if (milliseconds < 0)
        timer.stop();
    else
        timer.start(std::chrono::milliseconds(milliseconds));
    return 0;
}

void CurlLoop::setWatch(curl_socket_t socket, int what)
{
    Watch &watch = m_watches[socket];
    const bool writes = (what & CURL_POLL_OUT) != 0 && what != CURL_POLL_REMOVE;
    watch.isAskedFor = (what & CURL_POLL_IN) != 0 && what != CURL_POLL_REMOVE;
    if (watch.isAskedFor && !watch.read) {
        watch.read = notifier(socket, QSocketNotifier::Read);
        connect(watch.read.get(), &QSocketNotifier::activated, this, [this, socket] {
            noteReadable(socket);
        });
    }
    if (writes && !watch.write) {
        watch.write = notifier(socket, QSocketNotifier::Write);
        connect(watch.write.get(), &QSocketNotifier::activated, this, [this, socket] {
            act(socket, CURL_CSELECT_OUT);
            announceEnds();
        });
    }
    if (watch.isAskedFor || !watch.isConnection)
        enable(watch.read, watch.isAskedFor);
    enable(watch.write, writes);
}

void CurlLoop::noteReadable(curl_socket_t socket)
{
    const Watch &watch = m_watches[socket];
    if (!watch.isAskedFor) { // the other end says something, or has closed: libcurl will see
        enable(watch.read, false);
        return;
    }
    act(socket, CURL_CSELECT_IN);
    announceEnds();
}

int CurlLoop::noteConnection(void *self, curl_socket_t socket, curlsocktype)
{
    static_cast<CurlLoop *>(self)->m_watches[socket].isConnection = true;
    return CURL_SOCKOPT_OK;
}

int CurlLoop::closeSocket(void *self, curl_socket_t socket)
{
    // The number is free then for whatever is opened next.
    Watch &watch = static_cast<CurlLoop *>(self)->m_watches[socket];
    watch.isConnection = false;
    enable(watch.read, false);
    enable(watch.write, false);
#ifdef Q_OS_WIN
    return ::closesocket(socket);
#else
    return ::close(socket);
#endif
}

int CurlLoop::act(curl_socket_t socket, int what)
{
    int running = 0;
    m_curl.multiSocketAction(m_multi, socket, what, &running);
    return running;
}

void CurlLoop::collectEnds()
{
    int left = 0;
    while (const CURLMsg *message = m_curl.multiInfoRead(m_multi, &left))
        m_ends.push_back({.handle = message->easy_handle, .result = message->data.result});
}

void CurlLoop::announceEnds()
{
    for (collectEnds(); !m_ends.empty(); collectEnds()) {
        const End end = m_ends.front();
        m_ends.erase(m_ends.begin());
        announce(end);
    }
}

void CurlLoop::announce(const End &end) const
{
    void *request = nullptr;
    m_curl.easyGetinfo(end.handle, CURLINFO_PRIVATE, &request);
    static_cast<CurlRequest *>(request)->finish(end.result);
}

} // namespace fairlead::net
