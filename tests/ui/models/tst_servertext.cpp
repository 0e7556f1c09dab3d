// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/serversentences.h"
#include "ui/models/servertext.h"
#include "ui/translations.h"

#include <QCoreApplication>
#include <QTest>
#include <QTranslator>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace fairlead::ui;

namespace {

/** Translates each sentence of the server to itself in brackets, and counts. One of them has its
 * values the other way round. */
class Bracketing final : public QTranslator
{
public:
    QString translate(const char *context, const char *text, const char *, int) const override
    {
        if (QByteArrayView(context) != "Server")
            return {};
        ++asked;
        const QString english = QString::fromUtf8(text);
        if (english == "%1 answered %2 instead of an event stream."_L1)
            return u"[%2, %1, %1]"_s;
        return u'[' + english + u']';
    }

    bool isEmpty() const override { return false; }

    mutable int asked = 0;
};

/** The sentence with "Q1", "Q2", … for its values. */
QString filledIn(QString text)
{
    for (int i = 1; i <= 9; ++i)
        text.replace(u"%%1"_s.arg(i), u"Q%1"_s.arg(i));
    return text;
}

} // namespace

class TestServerText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void translates_data()
    {
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("expected");
        QTest::newRow("whole") << u"The request was cancelled."_s
                               << u"[The request was cancelled.]"_s;
        QTest::newRow("with values") << u"a.example did not answer within 5 seconds."_s
                                     << u"[a.example did not answer within [5 seconds].]"_s;
        QTest::newRow("values the other way round")
            << u"a.example answered 200 instead of an event stream."_s
            << u"[200, a.example, a.example]"_s;
        QTest::newRow("a file that is too large")
            << u"plan.mov was not attached. plan.mov has 11.0 MB, but 127.0.0.1:34127 takes files "
               u"of "
               "at most 10.0 MB. Publish the file again to try once more."_s
            << u"[plan.mov was not attached. [plan.mov has 11.0 MB, but 127.0.0.1:34127 takes "
               u"files of "
               "at most 10.0 MB.] [Publish the file again to try once more.]]"_s;
        QTest::newRow("only a blank between two values")
            << u"Send POST /x to Jira"_s << u"[Send POST /x to Jira]"_s;
        QTest::newRow("the same value twice")
            << u"The sign-in on Acme has expired. Open Fairlead and click Reconnect on Acme."_s
            << u"[The sign-in on Acme has expired. Open Fairlead and click Reconnect on Acme.]"_s;
        QTest::newRow("two sentences") << u"a.example has ended the session. Try again."_s
                                       << u"[a.example has ended the session.] [Try again.]"_s;
        QTest::newRow("two lines") << u"This call\nTry again."_s << u"[This call]\n[Try again.]"_s;
        QTest::newRow("one of several is known")
            << u"Strange things happen. The request was cancelled. Really."_s
            << u"Strange things happen. [The request was cancelled.] Really."_s;
        QTest::newRow("one in another")
            << u"A key file cannot be made now: The keychain does not answer."_s
            << u"[A key file cannot be made now: [The keychain does not answer.]]"_s;
        QTest::newRow("several in another")
            << u"Nothing was done: too many calls of this key wait for a person's yes already. "
               "Answer them in Fairlead first."_s
            << u"[Nothing was done: [too many calls of this key wait for a person's yes already. "
               "Answer them in Fairlead first.]]"_s;
        QTest::newRow("the longest fits") << u"/x could not be read (no). Correct its permissions, "
                                             "then try again."_s
                                          << u"[/x could not be read (no). Correct its "
                                             "permissions, then try again.]"_s;
        QTest::newRow("blanks around it") << u"  Try again.\n"_s << u"  [Try again.]\n"_s;
    }
    void translates()
    {
        QFETCH(QString, english);
        Bracketing translator;
        QCoreApplication::installTranslator(&translator);
        QTEST(serverText(english), "expected");
    }

    void leavesAlone_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("a name") << u"Northwind"_s;
        QTest::newRow("unknown") << u"Something else happened."_s;
        QTest::newRow("the same value, not the same")
            << u"The sign-in on A has expired. Open Fairlead and click Reconnect on B."_s;
        QTest::newRow("who is %1? the words stand twice")
            << u"a answered b answered 200 instead of an event stream."_s;
        QTest::newRow("a part of one") << u"The request was"_s;
        QTest::newRow("first and last words overlap") << u"There is no folder."_s;
        QTest::newRow("very long") << u"Try again. "_s.repeated(1000);
        QTest::newRow("many sentences") << u"Try again. "_s.repeated(20);
        QTest::newRow("only stops") << u". "_s.repeated(3000);
        QTest::newRow("only placeholders") << u"%1 %2 %3"_s;
        QTest::newRow("bytes") << QString(u'\0') + QChar(0xd800) + u". \uffff"_s;
    }
    void leavesAlone()
    {
        QFETCH(QString, text);
        Bracketing translator;
        QCoreApplication::installTranslator(&translator);
        QCOMPARE(serverText(text), text);
    }

    void leavesAForeignServicesWordsAlone()
    {
        Bracketing translator;
        QCoreApplication::installTranslator(&translator);
        const QString foreign =
            u"a.example refused the request: The request was cancelled. Try again."_s;
        QCOMPARE(serverText(foreign), u'[' + foreign + u']');
    }

    void fillsNothingIntoAValue()
    {
        Bracketing translator;
        QCoreApplication::installTranslator(&translator);
        QCOMPARE(serverText(u"%2 answered %1 instead of an event stream."_s), u"[%1, %2, %2]"_s);
    }

    /** Nested as deep as anybody likes: it ends, and no word is lost. */
    void endsWithATextMadeToKeepItBusy()
    {
        Bracketing translator;
        QCoreApplication::installTranslator(&translator);
        QString text = u"x"_s;
        for (int i = 0; i < 60; ++i)
            text = u"A key file cannot be made now: %1"_s.arg(text);
        QString said = serverText(text);
        QVERIFY(said != text);
        QCOMPARE(said.remove(u'[').remove(u']'), text);
    }

    void asksNothingInEnglish()
    {
        QCOMPARE(serverText(u"Try again."_s), u"Try again."_s);
        Bracketing translator;
        QCOMPARE(serverText(u"Try again."_s), u"Try again."_s);
        QCOMPARE(translator.asked, 0);
    }

    /** Each one, with values, is found as itself and comes out in German with all its values. */
    void knowsEachSentenceInGerman()
    {
        const Translations german({u"de"_s});
        QStringList faults;
        for (const ServerSentence &sentence : serverSentences()) {
            const QString english = QString::fromUtf8(sentence.english);
            const QString expected =
                filledIn(QCoreApplication::translate("Server", sentence.english));
            if (const QString said = serverText(filledIn(english)); said != expected)
                faults += u"%1\n  %2\n  %3"_s.arg(english, said, expected);
        }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }
};

QTEST_MAIN(TestServerText)
#include "tst_servertext.moc"
