// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/oauth/signinpages.h"

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr auto style =
    "body{font:16px/1.5 sans-serif;background:#f4f5f7;color:#172b4d;margin:0}"
    "main{max-width:26rem;margin:3rem auto;padding:2rem;background:#fff;border-radius:8px;"
    "box-shadow:0 1px 4px #0003}h1{font-size:1.3rem;margin-top:0}label{display:block;"
    "margin:.6rem 0}input[type=email],input[type=password]{width:100%;box-sizing:border-box;"
    "padding:.5rem;font:inherit}button{font:inherit;padding:.5rem 1.2rem;margin:.8rem .6rem 0 0}"
    "[role=alert]{color:#ae2a19}small{color:#626f86}"_L1;

QString escaped(const QString &text)
{
    return text.toHtmlEscaped();
}

Response page(int status, const QString &title, const QString &content)
{
    const QString html =
        u"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>"_s
        + escaped(title)
        + u"</title><meta name=\"viewport\" content=\"width=device-width\"><style>"_s + style
        + u"</style></head><body><main>\n"_s + content + u"</main></body></html>\n"_s;
    return Response::text(status, "text/html;charset=UTF-8", html.toUtf8())
        .with("Cache-Control", "no-store")
        .with("Referrer-Policy", "no-referrer")
        .with("X-Frame-Options", "DENY")
        .with("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
}

QString alert(const QString &problem)
{
    return problem.isEmpty() ? QString()
                             : u"<p id=\"problem\" role=\"alert\">%1</p>\n"_s.arg(escaped(problem));
}

QString formStart(const QString &action, const QString &signInId)
{
    return u"<form method=\"post\" action=\"%1\">\n"
           "<input type=\"hidden\" name=\"flow\" value=\"%2\">\n"_s.arg(escaped(action),
                                                                        escaped(signInId));
}

QString optionLine(const ConsentPage &page, const ConsentPage::Option &option)
{
    QString words = escaped(option.title);
    if (!option.detail.isEmpty())
        words += u" <small>%1</small>"_s.arg(escaped(option.detail));
    if (page.choice == ConsentPage::Choice::None)
        return u"<li data-value=\"%1\">%2</li>\n"_s.arg(escaped(option.value), words);
    const bool isRadio = page.choice == ConsentPage::Choice::One;
    const bool isOnly = isRadio && page.options.size() == 1;
    return u"<label><input type=\"%1\" id=\"%2-%3\" name=\"%2\" value=\"%3\" "
           "aria-label=\"%4\"%5%6> %7</label>\n"_s.arg(isRadio ? u"radio"_s : u"checkbox"_s,
                                                       escaped(page.choiceName),
                                                       escaped(option.value),
                                                       escaped(option.title),
                                                       isRadio ? u" required"_s : QString(),
                                                       isOnly ? u" checked"_s : QString(),
                                                       words);
}

} // namespace

Response loginPage(const LoginPage &login)
{
    return page(
        200,
        u"Log in to %1"_s.arg(login.product),
        u"<h1>Log in to %1 to go on to %2</h1>\n"_s.arg(escaped(login.product),
                                                        escaped(login.appName))
            + alert(login.problem) + formStart(login.action, login.signInId)
            + u"<label for=\"email\">E-mail</label><input type=\"email\" id=\"email\" "
              "name=\"email\" aria-label=\"E-mail\" autocomplete=\"username\" required "
              "value=\"%1\">\n"
              "<label for=\"password\">Password</label><input type=\"password\" id=\"password\" "
              "name=\"password\" aria-label=\"Password\" autocomplete=\"current-password\" "
              "required>\n"
              "<button type=\"submit\" id=\"sign-in\" aria-label=\"Log in\">Log in</button>\n"
              "</form>\n"_s.arg(escaped(login.email)));
}

Response consentPage(const ConsentPage &consent)
{
    QString options;
    for (const ConsentPage::Option &option : consent.options)
        options += optionLine(consent, option);
    const bool isList = consent.choice == ConsentPage::Choice::None;
    QString scopes;
    for (const QString &scope : consent.scopes)
        scopes += u"<li>%1</li>\n"_s.arg(escaped(scope));
    return page(
        200,
        u"Authorize %1"_s.arg(consent.appName),
        u"<h1><span id=\"app\">%1</span> wants to use your %2 account</h1>\n"
        "<p>You are logged in as <span id=\"person\">%3</span>.</p>\n"_s.arg(
            escaped(consent.appName), escaped(consent.product), escaped(consent.person))
            + alert(consent.problem)
            + u"<p>It asks for:</p><ul id=\"scopes\">\n%1</ul>\n"_s.arg(scopes)
            + formStart(consent.action, consent.signInId)
            + u"<p id=\"choice-title\">%1</p>\n"_s.arg(escaped(consent.choiceTitle))
            + (isList ? u"<ul id=\"choices\">\n%1</ul>\n"_s.arg(options)
                      : u"<div id=\"choices\" role=\"group\" aria-labelledby=\"choice-title\">\n%1"
                        "</div>\n"_s.arg(options))
            + u"<button type=\"submit\" id=\"accept\" name=\"decision\" value=\"accept\" "
              "aria-label=\"Accept\">Accept</button>"
              "<button type=\"submit\" id=\"cancel\" name=\"decision\" value=\"cancel\" "
              "formnovalidate aria-label=\"Cancel\">Cancel</button>\n</form>\n"_s);
}

Response signInErrorPage(int status, const QString &product, const QString &sentence)
{
    return page(
        status,
        u"Something went wrong"_s,
        u"<h1>%1: something went wrong</h1>\n<p id=\"problem\" role=\"alert\">%2</p>\n"_s.arg(
            escaped(product), escaped(sentence)));
}

} // namespace fairlead::sandbox
