// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/browserconnect.h"

#include "app/ctl/bridge/gate.h"
#include "app/ctl/browserurl.h"
#include "app/ctl/connecttexts.h"
#include "app/ctl/person.h"
#include "app/ctl/sitechoice.h"

#include <QJsonArray>
#include <QUrlQuery>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace fairlead::ctl {
namespace {

constexpr auto firstPause = 100ms;
constexpr auto longestPause = 1000ms;
constexpr int timesToAsk = 3;

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

QString signInPath(const QJsonObject &signIn, const QString &action = {})
{
    return u"/api/auth/sign-ins/"_s + encoded(signIn.value(u"id"_s).toString()) + action;
}

QString stageOf(const QJsonObject &signIn)
{
    return signIn.value(u"stage"_s).toString();
}

bool isOver(const QJsonObject &signIn)
{
    return stageOf(signIn) == "connected"_L1 || stageOf(signIn) == "failed"_L1;
}

} // namespace

BrowserConnect::BrowserConnect(Context context, Wish wish, CancellationToken cancellation)
    : m_context(context)
    , m_wish(std::move(wish))
    , m_cancellation(std::move(cancellation))
{}

QCoro::Task<int> BrowserConnect::run()
{
    const auto begun = co_await begin();
    if (!begun)
        co_return m_context.failed(begun.error());
    if (const auto opened = open(*begun); !opened) {
        // Nobody will come back from an address that was not opened.
        (void)co_await m_context.api.call("DELETE"_ba, signInPath(*begun));
        co_return m_context.failed(opened.error());
    }
    const auto ended = co_await follow(*begun);
    co_return ended ? tell(*ended) : m_context.failed(ended.error());
}

QCoro::Task<Result<QString>> BrowserConnect::connectionId()
{
    if (m_wish.reconnect.isEmpty())
        co_return QString();
    const auto answer = co_await m_context.api.call("GET"_ba, u"/api/pm/providers"_s);
    if (!answer)
        co_return failure(answer.error());
    QStringList ids;
    const QJsonArray connections = answer->value(u"providers"_s).toArray();
    for (const auto &connection : connections) {
        const QString id = connection[u"id"_s].toString();
        if (id == m_wish.reconnect)
            co_return id;
        if (connection[u"provider_type"_s].toString() == m_wish.service
            && connection[u"name"_s].toString() == m_wish.reconnect)
            ids.append(id);
    }
    if (ids.isEmpty())
        co_return failure(ErrorCode::NotFound,
                          u"No connection is called “%1”. See: fairleadctl connections list"_s.arg(
                              m_wish.reconnect));
    if (ids.size() > 1)
        co_return failure(ErrorCode::Conflict,
                          u"Several connections are called “%1”. Name one by its ID: %2."_s.arg(
                              m_wish.reconnect, ids.join(u", "_s)));
    co_return ids.first();
}

QCoro::Task<BrowserConnect::Answer> BrowserConnect::begin()
{
    const auto id = co_await connectionId();
    if (!id)
        co_return failure(id.error());
    const QString base = u"/api/auth/"_s + m_wish.service;
    QStringList parts;
    const auto add = [&parts](const QString &name, const QString &value) {
        if (!value.isEmpty())
            parts.append(name + u'=' + encoded(value));
    };
    add(u"connection"_s, *id);
    add(u"server"_s, m_wish.server);
    add(u"name"_s, m_wish.name);
    add(u"organization"_s, m_wish.organization);
    const QString query = parts.isEmpty() ? QString() : u'?' + parts.join(u'&');
    const auto begun = co_await m_context.api.call("GET"_ba, base + u"/url"_s + query);
    // Other services need an app that somebody has set up.
    const bool isExplained = begun || begun.error().code != ErrorCode::NotFound
        || m_context.api.noInstance() || m_wish.service == "mcp"_L1;
    if (isExplained)
        co_return begun;
    const auto client = co_await m_context.api.call("GET"_ba, base + u"/client"_s);
    if (!client || !client->value(u"client_id"_s).toString().isEmpty())
        co_return failure(begun.error());
    co_return failure(ErrorCode::NotFound, setupText(m_wish.service, *client));
}

Result<> BrowserConnect::open(const QJsonObject &signIn)
{
    if (stageOf(signIn) != "waiting_for_browser"_L1)
        return {};
    const auto url = browserUrl(signIn.value(u"url"_s).toString());
    if (!url)
        return failure(url.error());
    const QString address = QString::fromLatin1(url->toEncoded());
    if (!signIn.value(u"is_new"_s).toBool(true)) {
        m_context.output.note(
            u"A sign-in is already waiting in your browser. Its address is:\n%1"_s.arg(address));
        return {};
    }
    m_context.output.note(u"Open this address in a browser on this computer:\n%1"_s.arg(address));
    if (m_wish.mayOpenBrowser && m_context.person.openBrowser(*url))
        m_context.output.note(u"A browser is opening. Waiting for you there; Ctrl-C cancels."_s);
    else
        m_context.output.note(u"Waiting for you there; Ctrl-C cancels."_s);
    return {};
}

QCoro::Task<BrowserConnect::Answer> BrowserConnect::follow(QJsonObject signIn)
{
    auto pause = firstPause;
    while (!isOver(signIn)) {
        if (m_cancellation.isCancelled())
            co_return co_await m_context.api.call("DELETE"_ba, signInPath(signIn));
        Answer next;
        if (stageOf(signIn) == "choosing_sites"_L1) {
            next = co_await choose(signIn);
            if (!next && m_cancellation.isCancelled())
                continue;
        } else {
            co_await Gate::pause(pause);
            pause = std::min(pause * 2, longestPause);
            next = co_await m_context.api.call("GET"_ba, signInPath(signIn));
        }
        if (!next)
            co_return next;
        signIn = *next;
    }
    co_return signIn;
}

QCoro::Task<BrowserConnect::Answer> BrowserConnect::choose(QJsonObject signIn)
{
    const QJsonArray sites = signIn.value(u"sites"_s).toArray();
    Result<QStringList> ids;
    if (!m_wish.sites.isEmpty())
        ids = sitesByName(sites, m_wish.sites);
    else if (m_context.person.canBeAsked())
        ids = co_await askForSites(sites);
    else
        ids = failure(ErrorCode::InvalidInput,
                      u"This sign-in opens several sites: %1. Call this again within ten minutes, "
                      "with --site NAME for each that Fairlead should use; the browser is not "
                      "needed again."_s.arg(siteNames(sites)));
    if (!ids)
        co_return failure(ids.error());
    const QJsonObject body{{u"sites"_s, QJsonArray::fromStringList(*ids)}};
    co_return co_await m_context.api.call("POST"_ba, signInPath(signIn, u"/sites"_s), body);
}

QCoro::Task<Result<QStringList>> BrowserConnect::askForSites(QJsonArray sites)
{
    Result<QStringList> ids;
    for (int time = 0; time < timesToAsk; ++time) {
        const QString answer = co_await m_context.person.ask(siteQuestion(sites), m_cancellation);
        ids = sitesByNumber(sites, answer);
        if (ids || m_cancellation.isCancelled())
            break;
        m_context.output.warning(ids.error());
    }
    co_return ids;
}

int BrowserConnect::tell(const QJsonObject &signIn) const
{
    if (stageOf(signIn) == "failed"_L1) {
        m_context.output.note(
            (signIn.value(u"message"_s).toString() + u' ' + signIn.value(u"next_step"_s).toString())
                .trimmed());
        m_context.output.result(QString(), signIn);
        return Failed;
    }
    // One of several sites that failed does not undo the others.
    if (!signIn.value(u"message"_s).toString().isEmpty())
        m_context.output.note(signIn.value(u"message"_s).toString());
    QStringList texts;
    const QJsonArray connected = signIn.value(u"connected"_s).toArray();
    for (const auto &connection : connected)
        texts.append(connectedText(connection.toObject()));
    m_context.output.result(texts.join(u"\n"_s), signIn);
    return Done;
}

} // namespace fairlead::ctl
