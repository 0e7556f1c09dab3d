// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/signincheck.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::ui {
namespace {

struct SignInCheck
{
    Q_DECLARE_TR_FUNCTIONS(fairlead::ui::SignInCheck)
};

bool hasSpace(const QString &text)
{
    return std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c.isSpace(); });
}

bool isLoopback(const QString &host)
{
    static const QRegularExpression ipv4(u"^127(\\.\\d{1,3}){3}$"_s);
    return host == u"localhost"_s || host == u"::1"_s || ipv4.match(host).hasMatch();
}

QString addressProblem(const QString &address, const QString &example)
{
    const QString text = address.trimmed();
    if (hasSpace(text))
        return SignInCheck::tr("A site's address has no spaces.");
    const bool hasScheme = text.contains(u"://"_s);
    const QUrl url(hasScheme ? text : QString(u"https://"_s + text), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        //: %1 is the address of a web site.
        return SignInCheck::tr("Write the site's address, for example %1.").arg(example);
    if (url.scheme() != u"https"_s && url.scheme() != u"http"_s)
        return SignInCheck::tr("The site's address starts with https://.");
    if (!url.userInfo().isEmpty())
        return SignInCheck::tr("Leave user name and password out of the address.");
    if (!isLoopback(url.host()) && url.scheme() == u"http"_s)
        return SignInCheck::tr("Use https:// – a token is sent over http only to this computer.");
    return {};
}

} // namespace

QString ownSiteProblem(const QString &site)
{
    return addressProblem(site, u"project.company.com"_s);
}

QString siteProblem(const QString &site)
{
    if (const QString problem = addressProblem(site, u"company.atlassian.net"_s);
        !problem.isEmpty())
        return problem;
    const QString text = site.trimmed();
    const QUrl url(text.contains(u"://"_s) ? text : QString(u"https://"_s + text));
    const QString host = url.host();
    if (!isLoopback(host) && !host.contains(u'.') && !host.contains(u':'))
        return SignInCheck::tr("Write it whole, for example %1.atlassian.net.").arg(host);
    return {};
}

QString emailProblem(const QString &email)
{
    static const QRegularExpression shape(u"^[^@\\s]+@[^@\\s]+$"_s);
    if (shape.match(email.trimmed()).hasMatch())
        return {};
    return SignInCheck::tr("Write the e-mail address that you sign in to Atlassian with.");
}

QString tokenProblem(const QString &token)
{
    const QString text = token.trimmed();
    if (text.isEmpty())
        return SignInCheck::tr("Paste an API token.");
    if (hasSpace(text))
        return SignInCheck::tr("A token has no spaces. Copy it again, and only the token.");
    return {};
}

} // namespace fairlead::ui
