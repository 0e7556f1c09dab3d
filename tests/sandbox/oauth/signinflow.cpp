// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/oauth/signinflow.h"

#include "server/base/ids.h"

#include <QUrl>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int signInSeconds = 600;

QString oneValue(const Request &request, QStringView name)
{
    const QStringList values = request.formValues(name);
    return values.size() == 1 ? values.constFirst() : QString();
}

/** The options that were chosen; nothing when the choice is none that was offered. */
std::optional<QStringList> chosen(const ConsentPage &page, const Request &request)
{
    QStringList offered;
    for (const ConsentPage::Option &option : page.options)
        offered.append(option.value);
    if (page.choice == ConsentPage::Choice::None)
        return offered;
    const QStringList values = request.formValues(page.choiceName);
    const bool isOffered = std::all_of(values.begin(), values.end(), [&](const QString &value) {
        return offered.contains(value);
    });
    if (!isOffered || values.isEmpty()
        || (page.choice == ConsentPage::Choice::One && values.size() > 1))
        return std::nullopt;
    return values;
}

} // namespace

SignInFlow::SignInFlow(Look look, const SignInHost &host, GrantStore &grants, const Clock &clock)
    : m_look(std::move(look))
    , m_host(host)
    , m_grants(grants)
    , m_clock(clock)
{}

std::optional<Response> SignInFlow::refused(const Request &request,
                                            const ClientRegistry &clients) const
{
    for (const QString &name :
         {u"client_id"_s, u"redirect_uri"_s, u"response_type"_s, u"state"_s}) {
        const auto count = std::count_if(request.query.begin(),
                                         request.query.end(),
                                         [&name](const auto &pair) { return pair.first == name; });
        if (count > 1)
            return error(u"The parameter %1 was given more than once."_s.arg(name));
    }
    const QString clientId = request.parameter(u"client_id").value_or(QString());
    const OAuthClient *client = clients.client(m_look.service, clientId);
    if (!client)
        return error(u"There is no app with the client_id \"%1\"."_s.arg(clientId));
    const QString redirectUri = request.parameter(u"redirect_uri").value_or(QString());
    if (redirectUri != client->redirectUri)
        return error(u"The redirect_uri \"%1\" is not registered for the app %2."_s.arg(
            redirectUri, client->name));
    const QString type = request.parameter(u"response_type").value_or(QString());
    if (type != "code"_L1)
        return error(u"The response_type must be \"code\", not \"%1\"."_s.arg(type));
    return std::nullopt;
}

Response SignInFlow::begin(const Wanted &wanted)
{
    m_grants.countAuthorization();
    const QString id = newId(u"flow_");
    const SignIn &added = *m_signIns.insert(
        id, {.wanted = wanted, .expiresAt = m_clock.now().addSecs(signInSeconds), .person = {}});
    return loginPage(loginFor(id, added));
}

Response SignInFlow::logIn(const Request &request)
{
    const QString id = oneValue(request, u"flow");
    SignIn *current = signIn(id);
    if (!current)
        return error(u"This page is out of date. Go back to the app and start again."_s);
    const QString email = oneValue(request, u"email").trimmed();
    current->person = m_host.person(email, oneValue(request, u"password"));
    if (!current->person) {
        LoginPage again = loginFor(id, *current);
        again.email = email;
        again.problem = u"The e-mail address or the password is wrong. Try again."_s;
        return loginPage(again);
    }
    const ConsentPage page = consentFor(id, *current);
    if (page.options.isEmpty())
        return error(u"%1 has nothing that could be shared with %2."_s.arg(
            email, current->wanted.client.name));
    return consentPage(page);
}

Response SignInFlow::decide(const Request &request)
{
    const QString id = oneValue(request, u"flow");
    const SignIn *current = signIn(id);
    if (!current || !current->person)
        return error(u"This page is out of date. Go back to the app and start again."_s);
    const QString decision = oneValue(request, u"decision");
    if (decision == "accept"_L1)
        return accept(id, *current, request);
    if (decision != "cancel"_L1)
        return error(u"Neither Accept nor Cancel was pressed."_s);
    const Wanted wanted = current->wanted;
    m_signIns.remove(id);
    return backToApp(wanted,
                     {{u"error"_s, u"access_denied"_s},
                      {u"error_description"_s, u"User did not authorize the request"_s}});
}

Response SignInFlow::accept(const QString &id, const SignIn &signIn, const Request &request)
{
    ConsentPage page = consentFor(id, signIn);
    const std::optional<QStringList> resources = chosen(page, request);
    if (!resources) {
        page.problem = u"Nothing was chosen. Choose, then press Accept."_s;
        return consentPage(page);
    }
    const Wanted wanted = signIn.wanted;
    const QByteArray code = m_grants.issueCode({.clientId = wanted.client.clientId,
                                                .redirectUri = wanted.client.redirectUri,
                                                .codeChallenge = wanted.codeChallenge,
                                                .accountId = signIn.person->accountId,
                                                .resources = *resources,
                                                .scopes = wanted.scopes});
    m_signIns.remove(id);
    return backToApp(wanted, {{u"code"_s, QString::fromLatin1(code)}});
}

Response SignInFlow::backToApp(const Wanted &wanted,
                               const QList<QPair<QString, QString>> &parameters)
{
    QList<QPair<QString, QString>> all = parameters;
    if (wanted.state)
        all.append({u"state"_s, *wanted.state});
    QByteArray target = wanted.client.redirectUri.toUtf8();
    char separator = target.contains('?') ? '&' : '?';
    for (const auto &[name, value] : std::as_const(all)) {
        target += separator + QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
        separator = '&';
    }
    return Response::empty(302).with("Location", target).with("Cache-Control", "no-store");
}

SignInFlow::SignIn *SignInFlow::signIn(const QString &id)
{
    const auto found = m_signIns.find(id);
    return found == m_signIns.end() || m_clock.now() >= found->expiresAt ? nullptr : &*found;
}

LoginPage SignInFlow::loginFor(const QString &id, const SignIn &signIn) const
{
    return {.product = m_look.product,
            .appName = signIn.wanted.client.name,
            .action = m_look.loginPath,
            .signInId = id};
}

ConsentPage SignInFlow::consentFor(const QString &id, const SignIn &signIn) const
{
    ConsentPage page{.product = m_look.product,
                     .appName = signIn.wanted.client.name,
                     .person = signIn.person->displayName + u" ("_s + signIn.person->email + u')',
                     .action = m_look.consentPath,
                     .signInId = id,
                     .scopes = signIn.wanted.scopes,
                     .choiceName = {},
                     .choiceTitle = {},
                     .options = {}};
    m_host.offer(signIn.wanted.client, *signIn.person, page);
    return page;
}

Response SignInFlow::error(const QString &sentence) const
{
    return signInErrorPage(400, m_look.product, sentence);
}

} // namespace fairlead::sandbox
