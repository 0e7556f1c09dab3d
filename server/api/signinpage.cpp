// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/signinpage.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace fairlead::api {
namespace {

using providers::SignIn;
using providers::SignInStage;

struct Page
{
    Q_DECLARE_TR_FUNCTIONS(fairlead::api::SignInPage)
};

/** What the page says. */
struct Words
{
    bool isGood = false;
    QString heading;
    QString text;
};

Words goodWords(const QString &heading, const QString &text)
{
    return {.isGood = true, .heading = heading, .text = text};
}

QString said(const QString &english, SpokenText spoken)
{
    return spoken ? spoken(english) : english;
}

constexpr QByteArrayView style(
    ":root{color-scheme:light dark}"
    "body{font:17px/1.5 system-ui,sans-serif;margin:0;min-height:100vh;display:grid;"
    "place-items:center;background:Canvas;color:CanvasText}"
    "main{max-width:30rem;margin:2rem;padding:2rem 2.5rem;border:1px solid GrayText;"
    "border-radius:12px}"
    "h1{font-size:1.35rem;margin:0 0 .5rem}"
    "p{margin:.5rem 0}"
    "small{color:GrayText}");

/** Only this style may apply, and nothing else may be loaded or run (CSP Level 3). */
QByteArray contentSecurityPolicy()
{
    static const QByteArray digest =
        QCryptographicHash::hash(style, QCryptographicHash::Sha256).toBase64();
    return "default-src 'none'; style-src 'sha256-" + digest
        + "'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
}

QString namesOf(const QList<providers::ConnectionReport> &connected)
{
    QStringList names;
    for (const providers::ConnectionReport &report : connected)
        names.append(report.connection.name);
    return names.join(u", "_s);
}

Words wordsFor(const Error &error, SpokenText spoken)
{
    const bool isReloaded = error.code == ErrorCode::Conflict;
    return {.heading = isReloaded ? Page::tr("This page was opened before")
                                  : Page::tr("Nothing was connected"),
            .text = said(error.message, spoken)};
}

Words wordsFor(const SignIn &signIn, SpokenText spoken)
{
    switch (signIn.stage) {
    case SignInStage::Connected:
        //: %1 are names of sites.
        return goodWords(Page::tr("Connected to %1").arg(namesOf(signIn.connected)),
                         Page::tr("You can close this tab and go back to Fairlead."));
    case SignInStage::ChoosingSites:
        return goodWords(Page::tr("Signed in"),
                         Page::tr("Go back to Fairlead and choose the sites to connect."));
    case SignInStage::Failed:
        return {.heading = said(signIn.message, spoken),
                .text = said(signIn.nextStep, spoken) + u' '
                    + Page::tr("You can close this tab and go back to Fairlead.")};
    case SignInStage::WaitingForBrowser:
    case SignInStage::Exchanging:
        break;
    }
    return goodWords(Page::tr("Almost done"),
                     Page::tr("Go back to Fairlead to see how the sign-in goes on."));
}

} // namespace

http::Response signInPage(const Result<SignIn> &signIn, SpokenText spoken)
{
    const Words words = signIn ? wordsFor(*signIn, spoken) : wordsFor(signIn.error(), spoken);
    const QString body =
        u"<!DOCTYPE html><html lang=\"%4\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
        "content=\"width=device-width\"><title>Fairlead</title><style>%1</style></head>"
        "<body><main><h1>%2</h1><p>%3</p><p><small>Fairlead</small></p></main></body></html>"_s.arg(
            QString::fromLatin1(style),
            words.heading.toHtmlEscaped(),
            words.text.toHtmlEscaped(),
            //: The code of the language of these texts, as HTML has it: "de" for German.
            Page::tr("en").toHtmlEscaped());
    http::Response response;
    response.status = words.isGood ? 200 : 400;
    response.headers = {{"Content-Type"_ba, "text/html; charset=utf-8"_ba},
                        {"Content-Security-Policy"_ba, contentSecurityPolicy()},
                        {"X-Content-Type-Options"_ba, "nosniff"_ba},
                        {"X-Frame-Options"_ba, "DENY"_ba},
                        {"Referrer-Policy"_ba, "no-referrer"_ba},
                        {"Cache-Control"_ba, "no-store"_ba}};
    response.body = body.toUtf8();
    return response;
}

} // namespace fairlead::api
