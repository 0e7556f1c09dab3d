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

QString spoken(const QString &english)
{
    return u'[' + english + u']';
}

QString bodyOf(const Result<providers::SignIn> &signIn, SpokenText text = nullptr)
{
    return QString::fromUtf8(signInPage(signIn, text).body);
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

    void tellsAProblemInTheWindowsLanguage()
    {
        Shouting shouting;
        QVERIFY(QCoreApplication::installTranslator(&shouting));
        const Result<providers::SignIn> wrong =
            failure(ErrorCode::InvalidInput, u"Open this page in <a> browser."_s);
        QString body = bodyOf(wrong, spoken);
        QVERIFY(body.contains(u"<html lang=\"XX\">"_s));
        QVERIFY(body.contains(u"<h1>NOTHING WAS CONNECTED</h1>"_s));
        QVERIFY(body.contains(u"<p>[Open this page in &lt;a&gt; browser.]</p>"_s));

        providers::SignIn failed;
        failed.stage = providers::SignInStage::Failed;
        failed.message = u"The access was not allowed."_s;
        failed.nextStep = u"Try again."_s;
        body = bodyOf(failed, spoken);
        QVERIFY(body.contains(u"<h1>[The access was not allowed.]</h1>"_s));
        QVERIFY(body.contains(u"<p>[Try again.] YOU CAN CLOSE THIS TAB"_s));
    }

    void tellsAProblemInEnglishInAProgramWithoutWindows()
    {
        const QString body =
            bodyOf(failure(ErrorCode::InvalidInput, u"Open this page in <a> browser."_s));
        QVERIFY(body.contains(u"<html lang=\"en\">"_s));
        QVERIFY(body.contains(u"<h1>Nothing was connected</h1>"_s));
        QVERIFY(body.contains(u"<p>Open this page in &lt;a&gt; browser.</p>"_s));
    }
};

QTEST_GUILESS_MAIN(TestSignInPage)
#include "tst_signinpage.moc"
