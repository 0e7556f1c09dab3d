// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/signinwalk.h"

#include "tests/sandbox/rawclient.h"

#include <QHash>
#include <QRegularExpression>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

QString unescaped(QString text)
{
    return text.replace(u"&lt;"_s, u"<"_s)
        .replace(u"&gt;"_s, u">"_s)
        .replace(u"&quot;"_s, u"\""_s)
        .replace(u"&amp;"_s, u"&"_s);
}

QString firstMatch(const QString &pattern, const QString &text)
{
    const QRegularExpression expression(pattern, QRegularExpression::DotMatchesEverythingOption);
    return unescaped(expression.match(text).captured(1));
}

/** The attributes of each <input> of the page. */
QList<QHash<QString, QString>> inputs(const QString &page)
{
    static const QRegularExpression input(u"<input([^>]*)>"_s);
    static const QRegularExpression attribute(u"([a-z-]+)=\"([^\"]*)\""_s);
    QList<QHash<QString, QString>> result;
    for (auto each = input.globalMatch(page); each.hasNext();) {
        QHash<QString, QString> attributes;
        for (auto pair = attribute.globalMatch(each.next().captured(1)); pair.hasNext();) {
            const QRegularExpressionMatch match = pair.next();
            attributes.insert(match.captured(1), unescaped(match.captured(2)));
        }
        result.append(attributes);
    }
    return result;
}

QByteArray headerOf(const QByteArray &answer, const QByteArray &name)
{
    const QByteArray head = answer.left(answer.indexOf("\r\n\r\n"));
    for (const QByteArray &line : head.split('\n')) {
        if (line.left(name.size() + 1).toLower() == name + ':')
            return line.mid(name.size() + 1).trimmed();
    }
    return {};
}

} // namespace

SignInWalk::SignInWalk()
    : SignInWalk(u"ada@northwind.example"_s, u"sandbox-password-ada"_s)
{}

SignInWalk::SignInWalk(QString email, QString password)
    : m_email(std::move(email))
    , m_password(std::move(password))
{}

QUrl SignInWalk::accept(const QUrl &authorizeUrl, const QStringList &choices)
{
    if (logIn(authorizeUrl)) {
        Fields fields = chosen(choices);
        fields.append({u"decision"_s, u"accept"_s});
        submit(fields);
    }
    return m_redirect;
}

QUrl SignInWalk::cancel(const QUrl &authorizeUrl)
{
    if (logIn(authorizeUrl))
        submit({{u"decision"_s, u"cancel"_s}});
    return m_redirect;
}

QString SignInWalk::problem() const
{
    return firstMatch(u"id=\"problem\"[^>]*>(.*?)</p>"_s, m_page);
}

bool SignInWalk::logIn(const QUrl &authorizeUrl)
{
    m_offered.clear();
    visit(authorizeUrl);
    if (m_page.contains("id=\"sign-in\""_L1))
        submit({{u"email"_s, m_email}, {u"password"_s, m_password}});
    return m_page.contains("id=\"accept\""_L1);
}

SignInWalk::Fields SignInWalk::chosen(const QStringList &choices)
{
    Fields all;
    Fields wanted;
    for (const QHash<QString, QString> &input : inputs(m_page)) {
        const QString type = input[u"type"_s];
        if (type != "radio"_L1 && type != "checkbox"_L1)
            continue;
        const QString title = input[u"aria-label"_s];
        all.append({input[u"name"_s], input[u"value"_s]});
        m_offered.append(title);
        if (choices.contains(title) || choices.contains(input[u"value"_s]))
            wanted.append(all.constLast());
    }
    return choices.isEmpty() ? all.mid(0, 1) : wanted;
}

void SignInWalk::visit(const QUrl &url)
{
    ask(url, "GET", {});
}

void SignInWalk::submit(Fields fields)
{
    for (const QHash<QString, QString> &input : inputs(m_page)) {
        if (input[u"type"_s] == "hidden"_L1)
            fields.append({input[u"name"_s], input[u"value"_s]});
    }
    QByteArrayList pairs;
    for (const auto &[name, value] : std::as_const(fields))
        pairs.append(QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value));
    const QUrl action(firstMatch(u"<form[^>]*action=\"([^\"]*)\""_s, m_page));
    ask(m_url.resolved(action), "POST", pairs.join('&'));
}

void SignInWalk::ask(const QUrl &url, const QByteArray &method, const QByteArray &body)
{
    m_url = url;
    RawClient client(url.toString(QUrl::RemovePath | QUrl::RemoveQuery));
    const QByteArray target = url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);
    client.send(method + ' ' + target + " HTTP/1.1\r\nHost: " + url.authority().toLatin1()
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    const QByteArray answer = client.answer();
    m_status = RawClient::statusOf(answer);
    m_redirect = QUrl::fromEncoded(headerOf(answer, "location"));
    m_page = QString::fromUtf8(RawClient::bodyOf(answer));
}

} // namespace fairlead::sandbox
