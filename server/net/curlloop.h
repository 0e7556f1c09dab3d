// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/deadline.h"
#include "server/net/curllibrary.h"

#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <memory>
#include <unordered_map>
#include <vector>

namespace fairlead::net {

class CurlRequest;

/**
 * Lets libcurl work from Qt's event loop, in this thread and without waiting, and keeps its open
 * connections for the next request. Outlives its requests.
 */
class CurlLoop final : public QObject
{
    Q_OBJECT

public:
    /** The one in `loop`, which is made where there is none yet. `proxy`: see proxyFor(). Internal
     * where libcurl is missing. */
    [[nodiscard]] static Result<CurlLoop *> ensure(std::unique_ptr<CurlLoop> &loop,
                                                   const QString &proxy = {});
    ~CurlLoop() override;

    [[nodiscard]] const CurlLibrary &curl() const { return m_curl; }

    [[nodiscard]] const QString &proxy() const { return m_proxy; }

    /** Of what goes over this loop. */
    [[nodiscard]] Deadlines &deadlines() { return m_deadlines; }

    /** One with libcurl's own settings, for the caller to give back. */
    [[nodiscard]] CURL *takeHandle();
    void giveBack(CURL *handle);

    /** It may end from within this call, where the answer is there at once. */
    void start(CURL *handle);
    /** Whatever it is doing; not from within a callback of libcurl. */
    void stop(CURL *handle);
    [[nodiscard]] bool isIdle() const { return m_underWay == 0; }

    // For each request, as libcurl's CURLOPT_SOCKOPTFUNCTION and CURLOPT_CLOSESOCKETFUNCTION, with
    // the loop as their data.
    static int noteConnection(void *self, curl_socket_t socket, curlsocktype purpose);
    static int closeSocket(void *self, curl_socket_t socket);

private:
    struct Watch
    {
        bool isConnection = false; ///< and not one within libcurl, of its looking up of names
        bool isAskedFor = false; ///< by libcurl, for reading
        std::unique_ptr<QSocketNotifier> read;
        std::unique_ptr<QSocketNotifier> write;
    };

    struct End
    {
        CURL *handle = nullptr;
        CURLcode result = CURLE_OK;
    };

    CurlLoop(const CurlLibrary &curl, QString proxy);

    static int watchSocket(CURL *handle, curl_socket_t socket, int what, void *self, void *unused);
    static int armTimer(CURLM *multi, long milliseconds, void *self);

    void setWatch(curl_socket_t socket, int what);
    void noteReadable(curl_socket_t socket);
    /** The number of requests that are still under way. */
    int act(curl_socket_t socket, int what);
    void collectEnds();
    void announceEnds();
    void announce(const End &end) const;

    const CurlLibrary m_curl;
    CURLM *m_multi;
    const QString m_proxy;
    int m_underWay = 0; // started and not stopped
    QTimer m_timer; ///< for libcurl
    bool m_isAdding = false; ///< a request: see start()
    Deadlines m_deadlines;
    // Kept when libcurl is done with a socket: it will ask for the same one again. Until then one
    // for reading stays switched on as long as nothing comes, because switching wakes the event
    // loop.
    std::unordered_map<curl_socket_t, Watch> m_watches;
    std::vector<CURL *> m_handles; ///< that no request uses
    std::vector<End> m_ends; ///< that libcurl has told, and that are still to be announced
};

} // namespace fairlead::net
