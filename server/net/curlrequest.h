// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/curllibrary.h"
#include "server/net/httpclient.h"

#include <QObject>
#include <QPointer>

#include <array>
#include <memory>

namespace fairlead::net {

class CurlLoop;

/**
 * One request as libcurl carries it out, with everything turned off that could send a secret
 * elsewhere: redirects, cookies, remembered authentication, HTTP/2, protocols besides HTTP. A
 * write that is Repeatable::No leaves once, whatever becomes of its connection. Destroying it stops
 * it.
 */
class CurlRequest final : public QObject
{
    Q_OBJECT

public:
    /** `trustedCertificates`: PEM; where empty, the system's are trusted. */
    CurlRequest(CurlLoop &loop, Request request, QByteArray trustedCertificates);
    ~CurlRequest() override;

    /** Before start(): so that it leaves once, too, where it is a read. */
    void useNewConnection();
    /** Sends it; signals may come from within this call. */
    void start();

    [[nodiscard]] const Request &request() const { return m_request; }
    [[nodiscard]] int status() const { return m_status; }
    [[nodiscard]] const QList<Header> &headers() const { return m_headers; }
    [[nodiscard]] bool hasHead() const { return m_headIsWhole; }

    /** True when at least a part of the request has left. */
    [[nodiscard]] bool hasLeft() const;
    /** True when what failed is the way through the system's proxy. */
    [[nodiscard]] bool failedAtProxy(CURLcode code) const;
    [[nodiscard]] bool wasRefused() const;
    /** True when the host's address is one that the request must not reach. */
    [[nodiscard]] bool isOutOfReach() const { return m_isOutOfReach; }
    /** What libcurl says about its failure, in its own words. */
    [[nodiscard]] QString problem(CURLcode code) const;

    /** Closes the connection where the answer is not whole; not from within received(). */
    void stop();
    /** The same from within received(): ended() follows. */
    void refuseTheRest() { m_refusesMore = true; }

    /** Takes no more of the answer until resume(); also from within received(). */
    void pause() { m_paused = true; }
    void resume();

    /** For CurlLoop. */
    void finish(CURLcode code);

Q_SIGNALS:
    /** Bytes of the answer or of the request have passed. */
    void progressed();
    /** A part of the answer's body, decoded. Comes from within libcurl: no request may be started
     * or destroyed here. */
    void received(QByteArrayView bytes);
    /** The last signal. CURLE_OK: the answer is whole. */
    void ended(CURLcode code);

private:
    using Lines = std::unique_ptr<curl_slist, decltype(CurlLibrary::slistFreeAll)>;

    static size_t takeHeader(char *bytes, size_t one, size_t size, void *self);
    static size_t takeBody(char *bytes, size_t one, size_t size, void *self);
    static size_t giveBody(char *buffer, size_t one, size_t size, void *self);
    static curl_socket_t openSocket(void *self, curlsocktype purpose, curl_sockaddr *address);
    static int refuseToRewind(void *self, curl_off_t offset, int origin);

    template<typename Value>
    void set(CURLoption option, Value value)
    {
        m_curl.easySetopt(m_handle.get(), option, value);
    }
    void setUrl();
    void setMethodAndBody();
    void setHeaders();
    void setTrust();
    void setReach();
    void setProxy();
    [[nodiscard]] bool readHeader(QByteArrayView line);
    void dropEncodingHeaders();

    const CurlLibrary m_curl;
    QPointer<CurlLoop> m_loop;
    bool m_started = false;
    Request m_request;
    QByteArray m_trustedCertificates;
    std::unique_ptr<CURL, decltype(CurlLibrary::easyCleanup)> m_handle;
    Lines m_lines;
    std::array<char, CURL_ERROR_SIZE> m_problem{};
    qsizetype m_givenBytes = 0; ///< of the request's body
    qsizetype m_headBytes = 0; ///< of the answer
    int m_status = 0;
    QList<Header> m_headers;
    bool m_headIsWhole = false;
    bool m_usesProxy = false;
    bool m_isOutOfReach = false;
    bool m_refusesMore = false;
    bool m_paused = false;
};

} // namespace fairlead::net
