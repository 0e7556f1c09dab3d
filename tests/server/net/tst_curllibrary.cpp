// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/curllibrary.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::net;

class TestCurlLibrary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsEveryFunction()
    {
        const auto curl = CurlLibrary::load();
        QVERIFY2(curl, qPrintable(curl ? QString() : curl.error().message));
        QVERIFY(curl->globalInit && curl->globalCleanup && curl->easyInit && curl->easyCleanup);
        QVERIFY(curl->easySetopt && curl->easyGetinfo && curl->easyPause && curl->easyStrerror);
        QVERIFY(curl->multiInit && curl->multiCleanup && curl->multiSetopt && curl->multiAddHandle);
        QVERIFY(curl->multiRemoveHandle && curl->multiSocketAction && curl->multiInfoRead);
        QVERIFY(curl->slistAppend && curl->slistFreeAll);
    }

    void namesThePackageWhereItIsMissing()
    {
#ifndef FAIRLEAD_LOADS_LIBCURL
        QSKIP("libcurl is linked here.");
#endif
        const auto curl = CurlLibrary::load(u"fairlead-has-no-such-library"_s);
        QVERIFY(!curl);
        QCOMPARE(curl.error().code, ErrorCode::Internal);
        QVERIFY(curl.error().message.contains("libcurl4"_L1));
    }
};

QTEST_GUILESS_MAIN(TestCurlLibrary)
#include "tst_curllibrary.moc"
