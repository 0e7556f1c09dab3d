// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/signinpage.h"

#include <QCoreApplication>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::api;

namespace {

/** To capitals, in the language "XX". */
class Shouting final : public QTranslator
{
public:
    QString translate(const char *context, const char *text, const char *, int) const override
    {
        if (QByteArrayView(context) != "fairlead::api::SignInPage")
            return {};
        return QByteArrayView(text) == "en" ? u"XX"_s : QString::fromUtf8(text).toUpper();
    }

    bool isEmpty() const override { return false; }
};

QString bodyOf(const Result<providers::SignIn> &signIn)
{
    return QString::fromUtf8(signInPage(signIn).body);
}

} // namespace

class TestSignInPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void speaksEnglishInAProgramWithoutWindows()
    {
        providers::SignIn signIn;
        signIn.stage = providers::SignInStage::ChoosingSites;
        const QString body = bodyOf(signIn);
        QVERIFY(body.contains(u"<html lang=\"en\">"_s));
        QVERIFY(body.contains(u"<h1>Signed in</h1>"_s));
    }

    void speaksTheWindowsLanguage()
    {
        Shouting shouting;
        QVERIFY(QCoreApplication::installTranslator(&shouting));
        providers::SignIn signIn;
        signIn.stage = providers::SignInStage::ChoosingSites;
        const QString body = bodyOf(signIn);
        QVERIFY(body.contains(u"<html lang=\"XX\">"_s));
        QVERIFY(body.contains(u"<h1>SIGNED IN</h1>"_s));
    }

    /** What went wrong is a sentence of the server's. */
    void tellsAProblemInEnglish()
    {
        Shouting shouting;
        QVERIFY(QCoreApplication::installTranslator(&shouting));
        const QString body =
            bodyOf(failure(ErrorCode::InvalidInput, u"Open this page in <a> browser."_s));
        QVERIFY(body.contains(u"<html lang=\"en\">"_s));
        QVERIFY(body.contains(u"<p>Open this page in &lt;a&gt; browser.</p>"_s));
    }
};

QTEST_GUILESS_MAIN(TestSignInPage)
#include "tst_signinpage.moc"
