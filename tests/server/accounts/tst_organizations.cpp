// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/invitations.h"
#include "server/store/database.h"
#include "tests/fakes/fakeclock.h"
#include "tests/fakes/testdatabase.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::accounts;
using namespace std::chrono_literals;

using Kind = OrganizationChange::Kind;

class TestOrganizations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = fakes::openTestDatabase(m_folder->path());
        m_users = std::make_unique<Users>(*m_database, m_clock);
        m_organizations = std::make_unique<Organizations>(*m_database, m_clock);
        m_invitations =
            std::make_unique<Invitations>(*m_database, *m_users, *m_organizations, m_clock);
        m_kinds.clear();
        const auto note = [this](const OrganizationChange &change) { m_kinds.append(change.kind); };
        connect(m_organizations.get(), &Organizations::changed, this, note);
        connect(m_invitations.get(), &Invitations::changed, this, note);
        m_ada = user(u"Ada"_s);
        m_ben = user(u"Ben"_s);
        m_cleo = user(u"Cleo"_s);
        m_acme = m_organizations->create(m_ada, u" Acme "_s).value().id;
    }

    void cleanup()
    {
        m_invitations.reset();
        m_organizations.reset();
        m_users.reset();
        m_database.reset();
    }

    void belongsToWhoMadeIt()
    {
        const Membership own = m_organizations->find(m_ada, m_acme).value();
        QCOMPARE(own, (Membership{m_acme, u"Acme"_s, Role::Owner}));
        QVERIFY(own.id.startsWith("org_"_L1));
        QCOMPARE(m_organizations->of(m_ada).value(), QList{own});
        QVERIFY(m_organizations->of(m_ben)->isEmpty());
        QCOMPARE(m_organizations->members(m_ada, m_acme)->first().name, u"Ada"_s);
        QCOMPARE(m_kinds, QList{Kind::Created});
    }

    void isNoPerson()
    {
        QCOMPARE(m_users->list()->size(), 3);
        QCOMPARE(m_users->find(m_acme).error().code, ErrorCode::NotFound);
        QCOMPARE(m_users->defaultUser()->id, m_ada);
    }

    void refusesNames()
    {
        for (const QString &name : {QString(), u"  "_s, QString(101, u'a'), u"two\nlines"_s}) {
            QCOMPARE(m_organizations->create(m_ada, name).error().code, ErrorCode::InvalidInput);
            QCOMPARE(m_organizations->rename(m_ada, m_acme, name).error().code,
                     ErrorCode::InvalidInput);
        }
        QCOMPARE(m_organizations->find(m_ada, m_acme)->name, u"Acme"_s);
        // Others may have called theirs the same; nobody learns of it.
        QVERIFY(m_organizations->create(m_ben, u"Acme"_s));
    }

    void doesNotExistForOthers()
    {
        const QString invitation =
            m_invitations->invite(m_ada, m_acme, u"Cleo"_s, Role::Member)->id;
        const QList<ErrorCode> codes{
            m_organizations->find(m_ben, m_acme).error().code,
            m_organizations->rename(m_ben, m_acme, u"Mine"_s).error().code,
            m_organizations->remove(m_ben, m_acme).error().code,
            m_organizations->members(m_ben, m_acme).error().code,
            m_organizations->setRole(m_ben, m_acme, m_ben, Role::Owner).error().code,
            m_organizations->removeMember(m_ben, m_acme, m_ada).error().code,
            m_organizations->removeMember(m_ben, m_acme, m_ben).error().code,
            m_invitations->invite(m_ben, m_acme, u"Ben"_s, Role::Member).error().code,
            m_invitations->of(m_ben, m_acme).error().code,
            m_invitations->withdraw(m_ben, m_acme, invitation).error().code,
            m_invitations->accept(m_ben, invitation).error().code,
            m_invitations->decline(m_ben, invitation).error().code};
        QCOMPARE(codes, QList<ErrorCode>(codes.size(), ErrorCode::NotFound));
        QVERIFY(m_invitations->to(m_ben)->isEmpty());
        QCOMPARE(m_kinds, (QList{Kind::Created, Kind::Invited}));
    }

    void asksPeopleToJoin()
    {
        const Invitation sent =
            m_invitations->invite(m_ada, m_acme, u"BEN@example.com"_s, Role::Admin).value();
        QCOMPARE(sent.userName, u"Ben"_s);
        QCOMPARE(sent.invitedBy, u"Ada"_s);
        QVERIFY(!m_organizations->find(m_ben, m_acme));
        QCOMPARE(m_invitations->to(m_ben)->first().organization.name, u"Acme"_s);
        QCOMPARE(m_invitations->of(m_ada, m_acme)->size(), 1);
        QCOMPARE(m_invitations->accept(m_ben, sent.id)->role, Role::Admin);
        QCOMPARE(m_organizations->find(m_ben, m_acme)->role, Role::Admin);
        QVERIFY(m_invitations->to(m_ben)->isEmpty());
        QCOMPARE(m_invitations->accept(m_ben, sent.id).error().code, ErrorCode::NotFound);
        QCOMPARE(m_invitations->invite(m_ada, m_acme, u"Ben"_s, Role::Member).error().code,
                 ErrorCode::Conflict);
        QCOMPARE(m_kinds, (QList{Kind::Created, Kind::Invited, Kind::Joined}));
    }

    void takesNoForAnAnswer()
    {
        const QString first = m_invitations->invite(m_ada, m_acme, u"Ben"_s, Role::Member)->id;
        QVERIFY(m_invitations->decline(m_ben, first));
        QVERIFY(m_invitations->of(m_ada, m_acme)->isEmpty());
        const QString second = m_invitations->invite(m_ada, m_acme, u"Ben"_s, Role::Member)->id;
        QVERIFY(m_invitations->withdraw(m_ada, m_acme, second));
        QCOMPARE(m_invitations->accept(m_ben, second).error().code, ErrorCode::NotFound);
        QCOMPARE(m_invitations->invite(m_ada, m_acme, u"Nobody"_s, Role::Member).error().code,
                 ErrorCode::NotFound);
    }

    void endsAnInvitationWithItsTime()
    {
        const QString sent = m_invitations->invite(m_ada, m_acme, u"Ben"_s, Role::Owner)->id;
        m_clock.advance(std::chrono::hours(24) * 14);
        QVERIFY(m_invitations->to(m_ben)->isEmpty());
        QCOMPARE(m_invitations->accept(m_ben, sent).error().code, ErrorCode::NotFound);
        const QString again = m_invitations->invite(m_ada, m_acme, u"Ben"_s, Role::Member)->id;
        QCOMPARE(m_invitations->accept(m_ben, again)->role, Role::Member);
    }

    void acceptsNothingThatIsNoLongerOffered()
    {
        join(u"Ben"_s, Role::Admin);
        const QString sent = m_invitations->invite(m_ben, m_acme, u"Cleo"_s, Role::Admin)->id;
        QVERIFY(m_organizations->setRole(m_ada, m_acme, m_ben, Role::Member));
        QVERIFY(m_invitations->to(m_cleo)->isEmpty());
        QCOMPARE(m_invitations->accept(m_cleo, sent).error().code, ErrorCode::NotFound);
        QVERIFY(m_organizations->setRole(m_ada, m_acme, m_ben, Role::Admin));
        QCOMPARE(m_invitations->accept(m_cleo, sent)->role, Role::Admin);
    }

    void letsEachRoleDoItsOwn_data()
    {
        QTest::addColumn<Role>("role");
        QTest::newRow("member") << Role::Member;
        QTest::newRow("admin") << Role::Admin;
        QTest::newRow("owner") << Role::Owner;
    }

    void letsEachRoleDoItsOwn()
    {
        QFETCH(const Role, role);
        join(u"Ben"_s, role);
        join(u"Cleo"_s, Role::Member);
        const auto fits = [&](const auto &outcome, Role atLeast) {
            return outcome.has_value() == (role >= atLeast)
                && (outcome || outcome.error().code == ErrorCode::Forbidden);
        };
        QVERIFY(fits(m_organizations->members(m_ben, m_acme), Role::Member));
        QVERIFY(fits(m_invitations->of(m_ben, m_acme), Role::Admin));
        QVERIFY(fits(m_organizations->setRole(m_ben, m_acme, m_cleo, Role::Admin), Role::Admin));
        QVERIFY(fits(m_organizations->setRole(m_ben, m_acme, m_cleo, Role::Owner), Role::Owner));
        QVERIFY(fits(m_organizations->setRole(m_ben, m_acme, m_ada, Role::Member), Role::Owner));
        QVERIFY(m_organizations->setRole(m_ben, m_acme, m_ben, Role::Owner).has_value()
                == (role == Role::Owner));
        user(u"Dora"_s);
        QVERIFY(fits(m_invitations->invite(m_ben, m_acme, u"Dora"_s, Role::Owner), Role::Owner));
        QVERIFY(fits(m_invitations->invite(m_ben, m_acme, u"Dora"_s, Role::Admin), Role::Admin));
        QVERIFY(fits(m_organizations->rename(m_ben, m_acme, u"New"_s), Role::Owner));
        QVERIFY(fits(m_organizations->removeMember(m_ben, m_acme, m_ada), Role::Owner));
        QVERIFY(fits(m_organizations->removeMember(m_ben, m_acme, m_cleo), Role::Admin));
        QVERIFY(fits(m_organizations->remove(m_ben, m_acme), Role::Owner));
    }

    void keepsAnOwner()
    {
        QCOMPARE(m_organizations->setRole(m_ada, m_acme, m_ada, Role::Admin).error().code,
                 ErrorCode::Conflict);
        QCOMPARE(m_organizations->removeMember(m_ada, m_acme, m_ada).error().code,
                 ErrorCode::Conflict);
        join(u"Ben"_s, Role::Owner);
        QVERIFY(m_organizations->removeMember(m_ada, m_acme, m_ada));
        QCOMPARE(m_organizations->find(m_ada, m_acme).error().code, ErrorCode::NotFound);
        QCOMPARE(m_organizations->owners(m_acme).value(), QStringList{m_ben});
        QCOMPARE(m_kinds.last(), Kind::MemberLeft);
    }

    void goesWithItsMembersAndInvitations()
    {
        join(u"Ben"_s, Role::Member);
        QVERIFY(m_invitations->invite(m_ada, m_acme, u"Cleo"_s, Role::Member));
        QVERIFY(m_organizations->remove(m_ada, m_acme));
        QVERIFY(m_organizations->of(m_ben)->isEmpty());
        QVERIFY(m_invitations->to(m_cleo)->isEmpty());
        QCOMPARE(m_kinds.last(), Kind::Deleted);
    }

private:
    QString user(const QString &name)
    {
        m_clock.advance(1s);
        return m_users->create(name, name.toLower() + u"@example.com"_s).value().id;
    }

    void join(const QString &name, Role role)
    {
        const QString id = m_invitations->invite(m_ada, m_acme, name, role)->id;
        QVERIFY(m_invitations->accept(m_users->find(name)->id, id));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    fakes::FakeClock m_clock;
    std::unique_ptr<store::Database> m_database;
    std::unique_ptr<Users> m_users;
    std::unique_ptr<Organizations> m_organizations;
    std::unique_ptr<Invitations> m_invitations;
    QList<Kind> m_kinds;
    QString m_ada;
    QString m_ben;
    QString m_cleo;
    QString m_acme;
};

QTEST_GUILESS_MAIN(TestOrganizations)
#include "tst_organizations.moc"
