// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/curlrequest.h"

#include "server/base/version.h"
#include "server/net/curlloop.h"
#include "server/net/systemproxy.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#ifndef Q_OS_WIN
#include <sys/socket.h> // that of Windows comes with libcurl's header
#endif

using namespace Qt::StringLiterals;

namespace fairlead::net {
namespace {

constexpr qsizetype largestHead = 256 * 1024;

curl_slist *appended(const CurlLibrary &curl, curl_slist *lines, const QByteArray &line)
{
    curl_slist *longer = curl.slistAppend(lines, line.constData());
    return longer != nullptr ? longer : lines;
}

curl_socket_t newSocket(const curl_sockaddr &address)
{
#ifdef SOCK_CLOEXEC
    return ::socket(address.family, address.socktype | SOCK_CLOEXEC, address.protocol);
#else
    return ::socket(address.family, address.socktype, address.protocol);
#endif
}

bool isNamed(const Header &header, QByteArrayView name)
{
    return name.compare(header.first, Qt::CaseInsensitive) == 0;
}

} // namespace

CurlRequest::CurlRequest(CurlLoop &loop, Request request, QByteArray trustedCertificates)
    : m_curl(loop.curl())
    , m_loop(&loop)
    , m_request(std::move(request))
    , m_trustedCertificates(std::move(trustedCertificates))
    , m_handle(loop.takeHandle(), m_curl.easyCleanup)
    , m_lines(nullptr, m_curl.slistFreeAll)
{
    set(CURLOPT_PRIVATE, this);
    set(CURLOPT_ERRORBUFFER, m_problem.data());
    set(CURLOPT_NOSIGNAL, 1L);
    // Else stopping a request whose host's name is being looked up waits for the resolver's thread.
    set(CURLOPT_QUICK_EXIT, 1L);
    setUrl();
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_HTTP_VERSION, long{CURL_HTTP_VERSION_1_1});
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_ACCEPT_ENCODING, "gzip, deflate");
    set(CURLOPT_USERAGENT, (QByteArray("Fairlead/") + version).constData());
    set(CURLOPT_SOCKOPTFUNCTION, &CurlLoop::noteConnection);
    set(CURLOPT_SOCKOPTDATA, &loop);
    set(CURLOPT_CLOSESOCKETFUNCTION, &CurlLoop::closeSocket);
    set(CURLOPT_CLOSESOCKETDATA, &loop);
    set(CURLOPT_HEADERFUNCTION, &CurlRequest::takeHeader);
    set(CURLOPT_HEADERDATA, this);
    set(CURLOPT_WRITEFUNCTION, &CurlRequest::takeBody);
    set(CURLOPT_WRITEDATA, this);
    setMethodAndBody();
    setHeaders();
    setTrust();
    setProxy();
    setReach();
}

CurlRequest::~CurlRequest()
{
    stop();
    if (!m_loop.isNull())
        m_loop->giveBack(m_handle.release());
}

void CurlRequest::start()
{
    if (!m_loop)
        return;
    m_started = true;
    m_loop->start(m_handle.get());
}

void CurlRequest::stop()
{
    if (!m_loop.isNull() && std::exchange(m_started, false))
        m_loop->stop(m_handle.get());
}

/** Two parts, of which the longer one is only copied: libcurl takes a whole URL apart and prints
 * its path three times, letter by letter. Nothing goes to a proxy in the clear, which would need
 * it. */
void CurlRequest::setUrl()
{
    const QByteArray url = m_request.url.toEncoded(QUrl::RemoveFragment);
    const auto isEnd = [](char c) { return c == '/' || c == '?'; };
    const auto authority = url.begin() + url.indexOf("://") + 3;
    const auto end = std::find_if(authority, url.end(), isEnd) - url.begin();
    QByteArray target = url.sliced(end);
    if (!target.startsWith('/'))
        target.prepend('/');
    set(CURLOPT_URL, url.first(end).constData());
    set(CURLOPT_REQUEST_TARGET, target.constData());
}

void CurlRequest::setMethodAndBody()
{
    const QByteArray &method = m_request.method;
    const bool hasBody = !m_request.body.isEmpty();
    const bool isOnce = m_request.repeatable == Repeatable::No;
    if (hasBody || method == "POST" || method == "PUT" || method == "PATCH") {
        set(CURLOPT_POST, 1L);
        set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(m_request.body.size()));
        if (isOnce && hasBody) {
            set(CURLOPT_READFUNCTION, &CurlRequest::giveBody);
            set(CURLOPT_READDATA, this);
            set(CURLOPT_SEEKFUNCTION, &CurlRequest::refuseToRewind);
        } else {
            set(CURLOPT_POSTFIELDS, m_request.body.constData());
        }
    }
    if (method == "HEAD")
        set(CURLOPT_NOBODY, 1L);
    set(CURLOPT_CUSTOMREQUEST, method.constData());
    // When a connection that it kept turns out to be dead, libcurl sends the request again on
    // another: it cannot with a body that does not rewind, and without one on a new connection.
    const bool isRead = method == "GET" || method == "HEAD" || method == "OPTIONS";
    if (isOnce && !hasBody && !isRead)
        useNewConnection();
}

void CurlRequest::useNewConnection()
{
    set(CURLOPT_FRESH_CONNECT, 1L);
}

void CurlRequest::setHeaders()
{
    curl_slist *lines = nullptr;
    for (const auto &[name, value] : m_request.headers)
        lines = appended(m_curl, lines, value.isEmpty() ? name + ';' : name + ": " + value);
    // Headers that libcurl would add by itself: a wait before the body, a guess at its type.
    lines = appended(m_curl, lines, "Expect:"_ba);
    const auto &headers = m_request.headers;
    if (std::none_of(headers.begin(), headers.end(), [](const Header &header) {
            return isNamed(header, "content-type");
        }))
        lines = appended(m_curl, lines, "Content-Type:"_ba);
    m_lines.reset(lines);
    set(CURLOPT_HTTPHEADER, m_lines.get());
}

void CurlRequest::setTrust()
{
    set(CURLOPT_SSLVERSION, long{CURL_SSLVERSION_TLSv1_2});
    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    if (m_trustedCertificates.isEmpty())
        return;
    curl_blob blob{.data = m_trustedCertificates.data(),
                   .len = static_cast<size_t>(m_trustedCertificates.size()),
                   .flags = CURL_BLOB_NOCOPY};
    set(CURLOPT_CAINFO_BLOB, &blob);
}

void CurlRequest::setProxy()
{
    const SystemProxy proxy = proxyFor(m_request.url, m_loop->proxy());
    // An empty one also keeps libcurl from looking into the environment, which is Qt's part.
    set(CURLOPT_PROXY, proxy.url.constData());
    m_usesProxy = !proxy.url.isEmpty();
    if (!m_usesProxy)
        return;
    set(CURLOPT_NOPROXY, "");
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    if (proxy.user.isEmpty())
        return;
    set(CURLOPT_PROXYAUTH, static_cast<long>(CURLAUTH_ANY));
    set(CURLOPT_PROXYUSERNAME, proxy.user.constData());
    set(CURLOPT_PROXYPASSWORD, proxy.password.constData());
}

void CurlRequest::setReach()
{
    // Through a proxy it is the proxy that looks the name up and connects: see ProxiedReach.
    if (m_request.reach == Reach::Anywhere || m_usesProxy)
        return;
    // A connection that is kept was made without this look at its address.
    set(CURLOPT_FRESH_CONNECT, 1L);
    set(CURLOPT_FORBID_REUSE, 1L);
    set(CURLOPT_OPENSOCKETFUNCTION, &CurlRequest::openSocket);
    set(CURLOPT_OPENSOCKETDATA, this);
}

curl_socket_t CurlRequest::openSocket(void *self, curlsocktype, curl_sockaddr *address)
{
    auto *request = static_cast<CurlRequest *>(self);
    // The address that is connected to, so that a name cannot change between a look and its use.
    if (!isWithin(QHostAddress(&address->addr), request->m_request.reach)) {
        request->m_isOutOfReach = true;
        return CURL_SOCKET_BAD;
    }
    request->m_isOutOfReach = false;
    return newSocket(*address);
}

size_t CurlRequest::takeHeader(char *bytes, size_t, size_t size, void *self)
{
    auto *request = static_cast<CurlRequest *>(self);
    Q_EMIT request->progressed();
    return request->readHeader(QByteArrayView(bytes, static_cast<qsizetype>(size))) ? size : 0;
}

size_t CurlRequest::takeBody(char *bytes, size_t, size_t size, void *self)
{
    auto *request = static_cast<CurlRequest *>(self);
    if (request->m_paused)
        return CURL_WRITEFUNC_PAUSE; // the same bytes come again
    Q_EMIT request->progressed();
    Q_EMIT request->received(QByteArrayView(bytes, static_cast<qsizetype>(size)));
    return request->m_refusesMore ? 0 : size;
}

size_t CurlRequest::giveBody(char *buffer, size_t, size_t size, void *self)
{
    auto *request = static_cast<CurlRequest *>(self);
    Q_EMIT request->progressed();
    const QByteArray &body = request->m_request.body;
    const auto left = static_cast<size_t>(body.size() - request->m_givenBytes);
    const size_t part = std::min(size, left);
    std::memcpy(buffer, body.constData() + request->m_givenBytes, part);
    request->m_givenBytes += static_cast<qsizetype>(part);
    return part;
}

int CurlRequest::refuseToRewind(void *, curl_off_t, int)
{
    return CURL_SEEKFUNC_FAIL;
}

bool CurlRequest::readHeader(QByteArrayView line)
{
    m_headBytes += line.size();
    if (m_headBytes > largestHead)
        return false;
    const QByteArrayView text = line.trimmed();
    if (m_headIsWhole)
        return true; // a trailer: of no use to anybody here
    if (m_status == 0) {
        const bool isHttp = text.startsWith("HTTP/1.") && text.size() >= 12;
        m_status = isHttp ? text.sliced(9, 3).toInt() : 0;
        return m_status != 0;
    }
    if (!text.isEmpty()) {
        const qsizetype colon = text.indexOf(':');
        if (colon > 0)
            m_headers.emplaceBack(text.first(colon).trimmed().toByteArray(),
                                  text.sliced(colon + 1).trimmed().toByteArray());
        return true;
    }
    if (m_status < 200) { // 100 Continue and its like: the answer is still to come
        m_status = 0;
        m_headers.clear();
        return true;
    }
    m_headIsWhole = true;
    dropEncodingHeaders();
    return true;
}

void CurlRequest::dropEncodingHeaders()
{
    const auto isEncoding = [](const Header &header) {
        return isNamed(header, "content-encoding");
    };
    if (std::none_of(m_headers.cbegin(), m_headers.cend(), isEncoding))
        return;
    // They describe bytes that nobody gets to see.
    m_headers.removeIf([&isEncoding](const Header &header) {
        return isEncoding(header) || isNamed(header, "content-length");
    });
}

void CurlRequest::resume()
{
    if (std::exchange(m_paused, false) && m_started)
        m_curl.easyPause(m_handle.get(), CURLPAUSE_CONT);
}

bool CurlRequest::hasLeft() const
{
    long sent = 0;
    m_curl.easyGetinfo(m_handle.get(), CURLINFO_REQUEST_SIZE, &sent);
    return sent > 0;
}

bool CurlRequest::failedAtProxy(CURLcode code) const
{
    if (!m_usesProxy)
        return false;
    long answer = 0;
    m_curl.easyGetinfo(m_handle.get(), CURLINFO_HTTP_CONNECTCODE, &answer);
    return code == CURLE_COULDNT_RESOLVE_PROXY || code == CURLE_COULDNT_CONNECT
        || code == CURLE_PROXY || (answer != 0 && answer / 100 != 2);
}

bool CurlRequest::wasRefused() const
{
    long number = 0;
    m_curl.easyGetinfo(m_handle.get(), CURLINFO_OS_ERRNO, &number);
    return number == ECONNREFUSED;
}

QString CurlRequest::problem(CURLcode code) const
{
    return QString::fromUtf8(m_problem[0] != 0 ? m_problem.data() : m_curl.easyStrerror(code));
}

void CurlRequest::finish(CURLcode code)
{
    // libcurl takes an answer that ends within its head for one without a body.
    const bool isCut = code == CURLE_OK && !m_headIsWhole;
    Q_EMIT ended(isCut ? CURLE_PARTIAL_FILE : code);
}

} // namespace fairlead::net
