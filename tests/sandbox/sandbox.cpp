// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/sandbox.h"

#include <QCoreApplication>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

QList<OAuthClient> builtInClients(const Sandbox::Options &options)
{
    return {{.service = u"jira"_s,
             .clientId = u"sandbox-jira-client"_s,
             .clientSecret = "sandbox-jira-secret"_ba,
             .redirectUri = options.jiraRedirect,
             .name = u"Fairlead in the sandbox"_s}};
}

} // namespace

Sandbox::Sandbox()
    : Sandbox(Options{})
{}

Sandbox::Sandbox(const Options &options)
    : m_options(options)
    , m_clock(options.now ? SandboxClock(*options.now) : SandboxClock())
    , m_faults(options.seed)
    , m_control(m_faults, m_journal, m_clock)
    , m_clients(builtInClients(options))
    , m_oauthControl(m_clients)
    , m_front(m_control, m_faults, m_journal)
{
    for (const FaultRule &rule : options.faults)
        m_faults.add(rule);
    m_control.addService(m_media);
    m_control.addSwitches(u"oauth"_s, m_oauthControl);
    for (const SiteOptions &wanted : options.sites) {
        MountedSite mounted{.options = wanted, .site = {}, .service = {}, .url = {}};
        mounted.site = std::make_unique<JiraSite>(
            JiraSite::Options{.name = wanted.name, .searchLag = options.searchLag},
            m_clock,
            m_media);
        m_allSites.append(mounted.site.get());
        mounted.service = std::make_unique<JiraService>(*mounted.site, m_allSites, m_contract);
        m_control.addService(*mounted.service);
        m_sites.push_back(std::move(mounted));
    }
}

Result<> Sandbox::start()
{
    const Result<QString> media = m_front.listen(m_media, 0);
    if (!media)
        return tl::unexpected(media.error());
    m_mediaUrl = *media;
    m_media.setOrigin(*media);
    for (MountedSite &mounted : m_sites) {
        const Result<QString> url = m_front.listen(*mounted.service, mounted.options.port);
        if (!url)
            return tl::unexpected(url.error());
        mounted.url = *url;
    }
    return {};
}

const Sandbox::MountedSite &Sandbox::mounted(const QString &name) const
{
    const auto found = std::find_if(m_sites.begin(), m_sites.end(), [&](const MountedSite &entry) {
        return entry.options.name == name;
    });
    return found == m_sites.end() ? m_sites.front() : *found;
}

QString Sandbox::url(const QString &site) const
{
    return mounted(site).url;
}

QString Sandbox::gatewayUrl(const QString &site) const
{
    return url(site) + u"/ex/jira/"_s + mounted(site).site->state().cloudId();
}

Site &Sandbox::site(const QString &name)
{
    return mounted(name).site->state();
}

void Sandbox::reset()
{
    m_control.reset();
    for (const FaultRule &rule : std::as_const(m_options.faults))
        m_faults.add(rule);
}

QJsonObject Sandbox::readyObject() const
{
    QJsonArray sites;
    for (const MountedSite &mounted : m_sites) {
        QJsonArray credentials;
        for (const ApiToken &token : std::as_const(mounted.site->state().tokens))
            credentials.append(
                QJsonObject{{u"email"_s, token.email},
                            {u"token"_s, QString::fromUtf8(token.secret)},
                            {u"scopes"_s,
                             token.isScoped ? QJsonValue(QJsonArray::fromStringList(token.scopes))
                                            : QJsonValue(QJsonValue::Null)}});
        sites.append(QJsonObject{{u"name"_s, mounted.options.name},
                                 {u"url"_s, mounted.url},
                                 {u"cloudId"_s, mounted.site->state().cloudId()},
                                 {u"gateway"_s, gatewayUrl(mounted.options.name)},
                                 {u"credentials"_s, credentials}});
    }
    return {{u"url"_s, url()},
            {u"pid"_s, QCoreApplication::applicationPid()},
            {u"email"_s, sites[0]["credentials"_L1][0]["email"_L1]},
            {u"token"_s, sites[0]["credentials"_L1][0]["token"_L1]},
            {u"media"_s, m_mediaUrl},
            {u"sites"_s, sites}};
}

} // namespace fairlead::sandbox
