// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/pause.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::tools;

namespace {

/** What two instances have in common. */
class CommonSwitch final : public SharedSwitch
{
public:
    [[nodiscard]] Result<bool> isOn() const override
    {
        if (isAway)
            return failure(ErrorCode::Storage, u"The database is away."_s);
        return on;
    }
    [[nodiscard]] Result<> setOn(bool value) override
    {
        if (isAway)
            return failure(ErrorCode::Storage, u"The database is away."_s);
        on = value;
        return {};
    }
    bool on = false;
    bool isAway = false;
};

} // namespace

class TestPause : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsForOneThatIsAlone()
    {
        Pause pause;
        const QSignalSpy changed(&pause, &Pause::changed);
        QVERIFY(pause.check());
        QVERIFY(pause.setEverywhere(true));
        QCOMPARE(pause.check().error().code, ErrorCode::Forbidden);
        QVERIFY(pause.refresh());
        QVERIFY(pause.isOn());
        QVERIFY(pause.setEverywhere(false));
        QVERIFY(pause.check());
        QCOMPARE(changed.size(), 2);
    }

    void holdsForAllUntilOneEndsIt()
    {
        CommonSwitch common;
        Pause here;
        Pause there;
        here.share(&common);
        there.share(&common);
        QVERIFY(here.setEverywhere(true));
        QVERIFY(there.refresh());
        QVERIFY(there.isOn());
        QVERIFY(there.setEverywhere(false));
        QVERIFY(here.refresh());
        QVERIFY(!here.isOn());
    }

    void stopsHereWhereOthersCannotBeTold()
    {
        CommonSwitch common;
        Pause pause;
        pause.share(&common);
        common.isAway = true;
        QVERIFY(!pause.setEverywhere(true));
        QVERIFY(pause.isOn());
        QVERIFY(!pause.setEverywhere(false));
        QVERIFY(!pause.refresh());
        QVERIFY(pause.isOn());
        common.isAway = false;
        QVERIFY(pause.setEverywhere(false));
        QVERIFY(!pause.isOn());
    }
};

QTEST_GUILESS_MAIN(TestPause)
#include "tst_pause.moc"
