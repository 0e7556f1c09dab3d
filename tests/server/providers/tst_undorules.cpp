// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/undorules.h"

#include <QTest>

#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::providers {
namespace {

const std::array kinds{
    UndoKind{.method = "PUT"_L1, .path = "/issue/{key}"_L1, .says = {}},
    UndoKind{.method = "POST"_L1, .path = "/issue/{key}/comment"_L1, .says = {}},
    UndoKind{.method = "DELETE"_L1, .path = "/issue/{key}/comment/{id}"_L1, .says = {}},
};

} // namespace

class TestUndoRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheKindOfAWrite_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("kind"); // -1: none
        QTest::addColumn<QStringList>("ids");
        QTest::newRow("one id") << "PUT"_ba << u"/issue/A-1"_s << 0 << QStringList{u"A-1"_s};
        QTest::newRow("a word behind it")
            << "POST"_ba << u"/issue/A-1/comment"_s << 1 << QStringList{u"A-1"_s};
        QTest::newRow("two ids") << "DELETE"_ba << u"/issue/A-1/comment/7"_s << 2
                                 << QStringList{u"A-1"_s, u"7"_s};
        QTest::newRow("another method") << "POST"_ba << u"/issue/A-1"_s << -1 << QStringList();
        QTest::newRow("longer") << "PUT"_ba << u"/issue/A-1/comment"_s << -1 << QStringList();
        QTest::newRow("shorter") << "PUT"_ba << u"/issue"_s << -1 << QStringList();
        QTest::newRow("another word")
            << "POST"_ba << u"/issue/A-1/worklog"_s << -1 << QStringList();
        QTest::newRow("nothing") << "PUT"_ba << QString() << -1 << QStringList();
    }
    void findsTheKindOfAWrite()
    {
        QFETCH(QByteArray, method);
        QFETCH(QString, path);
        QFETCH(int, kind);
        const FoundKind found = kindOf(kinds, method, path);
        QCOMPARE(found.kind, kind < 0 ? nullptr : &kinds.at(static_cast<size_t>(kind)));
        QTEST(found.ids, "ids");
    }
};

} // namespace fairlead::providers

QTEST_APPLESS_MAIN(fairlead::providers::TestUndoRules)
#include "tst_undorules.moc"
