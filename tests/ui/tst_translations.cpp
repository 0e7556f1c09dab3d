// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/uiworld.h"
#include "ui/models/overview.h"
#include "ui/translations.h"
#include "ui/windows/mainwindow.h"

#include <QListWidget>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::ui;

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTheFirstLanguageThatThereIs_data()
    {
        QTest::addColumn<QStringList>("languages");
        QTest::addColumn<QString>("language");
        QTest::newRow("German") << QStringList(u"de-DE"_s) << u"de"_s;
        QTest::newRow("Swiss German") << QStringList({u"de-CH"_s, u"fr-CH"_s}) << u"de"_s;
        QTest::newRow("one that is missing first") << QStringList({u"xh"_s, u"de"_s}) << u"de"_s;
        QTest::newRow("English first") << QStringList({u"en-GB"_s, u"de"_s}) << u"en"_s;
        QTest::newRow("none") << QStringList(u"C"_s) << u"en"_s;
        QTest::newRow("unknown") << QStringList({u"xh"_s, u"../../x"_s}) << u"en"_s;
    }
    void takesTheFirstLanguageThatThereIs()
    {
        QFETCH(QStringList, languages);
        QTEST(Translations(languages).language(), "language");
    }

    void reachesTheWindow()
    {
        UiWorld world;
        const Overview overview(*world.services, world.instance);
        {
            const Translations german({u"de"_s});
            const MainWindow window(*world.services, world.instance, overview);
            QCOMPARE(window.findChild<QListWidget *>()->item(0)->text(), u"Übersicht"_s);
            QCOMPARE(
                QCoreApplication::translate("fairlead::ui::KeysPage", "%n minutes ago", nullptr, 1),
                u"1 minutes ago"_s);
            QCOMPARE(
                QCoreApplication::translate("fairlead::ui::Texts", "%n minutes ago", nullptr, 1),
                u"Vor 1 Minute"_s);
        }
        const MainWindow window(*world.services, world.instance, overview);
        QCOMPARE(window.findChild<QListWidget *>()->item(0)->text(), u"Home"_s);
    }
};

QTEST_MAIN(TestTranslations)
#include "tst_translations.moc"
