// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/fakekeychain.h"

#include <QCoroTask>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::secrets;

class TestFakeKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsAndForgets()
    {
        fakes::FakeKeychain keychain;
        QVERIFY(!read(keychain).found);
        QCOMPARE(QCoro::waitFor(keychain.write(u"a"_s, Secret("x"_ba))).state,
                 KeychainState::Ready);
        QVERIFY(read(keychain).value.equals("x"));
        QCOMPARE(QCoro::waitFor(keychain.remove(u"a"_s)).state, KeychainState::Ready);
        QVERIFY(!read(keychain).found);
        QCOMPARE(keychain.calls.size(), 5);
        QCOMPARE(keychain.calls.first(), u"read a"_s);
    }

    void doesNothingWhenItIsNotReady()
    {
        fakes::FakeKeychain keychain;
        keychain.items.insert(u"a"_s, "x"_ba);
        keychain.state = KeychainState::Locked;
        QCOMPARE(read(keychain).state, KeychainState::Locked);
        QVERIFY(!read(keychain).found);
        QCOMPARE(QCoro::waitFor(keychain.write(u"a"_s, Secret("y"_ba))).state,
                 KeychainState::Locked);
        QCOMPARE(QCoro::waitFor(keychain.remove(u"a"_s)).state, KeychainState::Locked);
        QCOMPARE(keychain.items.value(u"a"_s), "x"_ba);
    }

private:
    static KeychainAnswer read(Keychain &keychain)
    {
        return QCoro::waitFor(keychain.read(u"a"_s, Prompting::Allowed));
    }
};

QTEST_GUILESS_MAIN(TestFakeKeychain)
#include "tst_fakekeychain.moc"
