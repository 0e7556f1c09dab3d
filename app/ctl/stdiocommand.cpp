// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/arguments.h"
#include "app/ctl/bridge/bridge.h"
#include "app/ctl/bridge/bridgekey.h"
#include "app/ctl/bridge/startableprograms.h"
#include "app/ctl/command.h"
#include "app/platform/quitsignals.h"
#include "server/net/requestcheck.h"

#include <QCoreApplication>
#include <QCoroSignal>

using namespace Qt::StringLiterals;

namespace fairlead::ctl {
namespace {

constexpr char stdioUsage[] = "stdio [--key-file FILE] [--url URL] [--no-start]";

/** The address given with --url, which may name this computer only: it will be sent the key. */
Result<QUrl> checkedUrl(const QString &text)
{
    if (text.isEmpty())
        return QUrl();
    const QUrl url(text);
    if (!url.isValid() || url.scheme() != "http"_L1 || !net::isLoopbackHost(url.host())
        || !url.userInfo().isEmpty())
        return failure(ErrorCode::InvalidInput,
                       u"--url is “%1”; it must be an address of this computer, such as "
                       "http://127.0.0.1:8080."_s.arg(text));
    return url;
}

InstanceLocator::Options locatorOptions(const QString &dataFolder, const QUrl &url, bool mayStart)
{
    InstanceLocator::Options options{.dataFolder = dataFolder, .url = url};
    if (mayStart && url.isEmpty())
        options.programs =
            startablePrograms(QCoreApplication::applicationDirPath(), screen(), dataFolder);
    return options;
}

} // namespace

QCoro::Task<int> runStdio(Context context, QStringList arguments)
{
    const QStringList known{u"key-file="_s, u"url="_s, u"no-start"_s};
    const auto parsed = Arguments::parse(arguments, known, 0, 0);
    if (!parsed)
        co_return context.misused(parsed.error(), stdioUsage);
    const auto url = checkedUrl(parsed->value(u"url"_s));
    if (!url)
        co_return context.misused(url.error(), stdioUsage);
    auto key = takeBridgeKey(parsed->value(u"key-file"_s));
    std::optional<Error> keyProblem;
    if (!key) {
        keyProblem = key.error();
        key = Secret();
    }

    StdioChannel channel({});
    ClientPort client(channel);
    if (keyProblem)
        client.tell(keyProblem->message);
    net::StreamingClient http;
    McpLink link(http, *key);
    InstanceLocator locator(
        context.api.http(),
        locatorOptions(context.api.dataFolder(), *url, !parsed->isSet(u"no-start"_s)));
    Upstream upstream(locator, link, client);
    RequestHeaders headers;
    Bridge bridge(channel, client, {upstream, link, client, headers}, locator, keyProblem);
    const platform::QuitSignals signals;
    QObject::connect(&signals, &platform::QuitSignals::quitRequested, &bridge, &Bridge::stop);
    bridge.start();
    co_await qCoro(&bridge, &Bridge::finished);
    // Out of the signal of what ends now.
    co_await Gate::pause(std::chrono::milliseconds(0));
    co_return Done;
}

} // namespace fairlead::ctl
