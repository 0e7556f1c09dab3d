// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/oauth/issuerkeys.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QPointer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace fairlead::oauth {
namespace {

Q_LOGGING_CATEGORY(lcIssuer, "fairlead.server.oauth.issuer")

constexpr qint64 largestAnswer = 256 * 1024;
constexpr qsizetype mostKeys = 100;
constexpr qsizetype longestId = 200;
constexpr auto deadline = 20s;
constexpr auto interval = 10min;
constexpr std::chrono::milliseconds longestUnseen = 1h;
constexpr std::chrono::milliseconds shortestPause = 30s;

/** Nothing for a key that is for something else, or of a kind that we do not take. */
std::optional<secrets::JwsPublicKey> keyFrom(const QJsonObject &jwk)
{
    const QString use = jwk["use"_L1].toString();
    const QString algorithm = jwk["alg"_L1].toString();
    const auto key = secrets::JwsPublicKey::fromJwk(jwk);
    const bool isForThis = key && (use.isEmpty() || use == "sig"_L1)
        && (algorithm.isEmpty() || algorithm.toLatin1() == key->algorithm());
    return isForThis ? std::optional(*key) : std::nullopt;
}

} // namespace

IssuerKeys::IssuerKeys(net::HttpClient &http, const Clock &clock, QUrl address, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_clock(clock)
    , m_address(std::move(address))
{
    connect(&m_timer, &QTimer::timeout, this, [this] { QCoro::connect(fetch(), this, [] {}); });
}

void IssuerKeys::start()
{
    m_timer.start(interval);
    QCoro::connect(fetch(), this, [] {});
}

const secrets::JwsPublicKey *IssuerKeys::find(const QString &id)
{
    const qint64 now = m_clock.monotonicMs();
    if (m_takenMs && now - *m_takenMs > longestUnseen.count())
        m_keys.clear();
    const auto key = m_keys.constFind(id);
    if (key != m_keys.constEnd())
        return &*key;
    if (!m_askedMs || now - *m_askedMs >= shortestPause.count())
        QCoro::connect(fetch(), this, [] {});
    return nullptr;
}

QCoro::Task<> IssuerKeys::fetch()
{
    const QPointer<IssuerKeys> self(this);
    m_askedMs = m_clock.monotonicMs();
    net::Request request;
    request.url = m_address;
    request.headers = {{"Accept"_ba, "application/json"_ba}};
    request.deadline = deadline;
    request.maxResponseBytes = largestAnswer;
    request.repeatable = net::Repeatable::Yes;
    const auto answer = co_await m_http.send(std::move(request));
    if (!self)
        co_return;
    if (!take(answer))
        qCWarning(lcIssuer).noquote()
            << "The keys of the token issuer could not be fetched from" << m_address.host()
            << (answer ? u"(status %1)"_s.arg(answer->status) : answer.error().message);
    Q_EMIT fetched();
}

/** What was known stays where the answer is none. */
bool IssuerKeys::take(const Result<net::Response> &answer)
{
    const QJsonValue keys = answer && answer->status == 200
        ? QJsonDocument::fromJson(answer->body)["keys"_L1]
        : QJsonValue();
    if (!keys.isArray() || keys.toArray().size() > mostKeys)
        return false;
    m_keys.clear();
    m_takenMs = m_clock.monotonicMs();
    const QJsonArray all = keys.toArray();
    for (const auto &each : all) {
        const QString id = each["kid"_L1].toString();
        const auto key = keyFrom(each.toObject());
        if (key && !id.isEmpty() && id.size() <= longestId)
            m_keys.insert(id, *key);
    }
    return true;
}

} // namespace fairlead::oauth
