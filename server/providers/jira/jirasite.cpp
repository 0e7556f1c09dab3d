// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/jirasite.h"

#include "server/base/text.h"
#include "server/net/requestcheck.h"

#include <QHostAddress>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

constexpr qsizetype longestAddress = 2048;

tl::unexpected<Error> refused(const QString &sentence)
{
    return failure(ErrorCode::InvalidInput, sentence);
}

// Atlassian's own pages, which people copy instead of their site's address.
bool isNoSite(const QString &host)
{
    constexpr std::array<QLatin1StringView, 8> hosts{"atlassian.net"_L1,
                                                     "atlassian.com"_L1,
                                                     "www.atlassian.com"_L1,
                                                     "id.atlassian.com"_L1,
                                                     "home.atlassian.com"_L1,
                                                     "admin.atlassian.com"_L1,
                                                     "start.atlassian.com"_L1,
                                                     "api.atlassian.com"_L1};
    return std::find(hosts.begin(), hosts.end(), host) != hosts.end();
}

QString withScheme(const QString &text)
{
    if (text.contains("://"_L1))
        return text;
    const QString host = QUrl(u"http://"_s + text).host();
    return (net::isLoopbackHost(host) ? u"http://"_s : u"https://"_s) + text;
}

Result<> checkedHost(const QUrl &url, const QString &shown)
{
    const QString host = url.host();
    if (isNoSite(host)) {
        return refused(u"%1 is not a Jira site. Open Jira in the browser and copy the address from "
                       "there; it looks like company.atlassian.net."_s.arg(host));
    }
    const bool isAddress = !QHostAddress(host).isNull();
    if (!isAddress && !host.contains(u'.') && !net::isLoopbackHost(host)) {
        return refused(
            u"\"%1\" is not a whole address. Did you mean %2.atlassian.net?"_s.arg(shown, host));
    }
    if (url.scheme() == "http"_L1 && !net::isLoopbackHost(host)) {
        return refused(
            u"Fairlead sends an API token to %1 only over https. Enter https://%1."_s.arg(host));
    }
    const bool isCloud = host.endsWith(".atlassian.net"_L1);
    if (isCloud && url.port() >= 0 && url.port() != 443) {
        return refused(
            u"%1 is not reached on port %2. Enter the address without a port."_s.arg(host).arg(
                url.port()));
    }
    return {};
}

} // namespace

Result<JiraSite> JiraSite::fromText(const QString &typed)
{
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return refused(u"Enter the address of your Jira site, such as company.atlassian.net."_s);
    const QString shown = cleanedLine(text, 100);
    const QUrl url(withScheme(text), QUrl::StrictMode);
    if (text.contains(u'@') && (!url.isValid() || !url.userInfo().isEmpty())) {
        return refused(
            u"The site's address must not contain a user name, password or e-mail. Enter "
            "only the address, such as company.atlassian.net."_s);
    }
    if (!url.isValid() || url.host().isEmpty() || text.size() > longestAddress
        || text.contains(u'\\')) {
        return refused(
            u"\"%1\" is not an address. Enter your Jira site as company.atlassian.net."_s.arg(
                shown));
    }
    if (url.scheme() != "https"_L1 && url.scheme() != "http"_L1) {
        return refused(u"\"%1\" is not a web address. Enter your Jira site as "
                       "https://company.atlassian.net."_s.arg(shown));
    }
    if (const auto checked = checkedHost(url, shown); !checked)
        return failure(checked.error());
    JiraSite site;
    site.url.setScheme(url.scheme());
    site.url.setHost(url.host().endsWith(u'.') ? url.host().chopped(1) : url.host());
    const int usualPort = url.scheme() == "https"_L1 ? 443 : 80;
    if (url.port() >= 0 && url.port() != usualPort)
        site.url.setPort(url.port());
    site.name = site.url.authority();
    return site;
}

} // namespace fairlead::providers::jira
