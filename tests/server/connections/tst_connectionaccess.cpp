// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/invitations.h"
#include "server/base/filewrite.h"
#include "server/base/ids.h"
#include "server/connections/connections.h"
#include "server/secrets/vault.h"
#include "server/store/database.h"
#include "tests/fakes/fakeclock.h"
#include "tests/fakes/fakekeychain.h"
#include "tests/fakes/testdatabase.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::connections;
using accounts::Role;

/** Who has which connection of an organization: Ada owns it, Ben is an admin, Cleo a member, Dora
 * is not in it. */
class TestConnectionAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = fakes::openTestDatabase(m_folder->path());
        secrets::VaultOptions options;
        options.keyFile = m_folder->filePath(u"test.key"_s);
        QVERIFY(durableWrite(options.keyFile, randomBytes(32)));
        m_vault = std::make_unique<secrets::Vault>(*m_database, m_keychain, options);
        QVERIFY(m_vault->open());
        m_connections = std::make_unique<Connections>(*m_database, *m_vault, m_clock);
        m_users = std::make_unique<accounts::Users>(*m_database, m_clock);
        m_organizations = std::make_unique<accounts::Organizations>(*m_database, m_clock);
        m_invitations = std::make_unique<accounts::Invitations>(
            *m_database, *m_users, *m_organizations, m_clock);
        for (QString *id : {&m_ada, &m_ben, &m_cleo, &m_dora})
            *id = m_users->create(newId(u"name"), {}).value().id;
        m_acme = m_organizations->create(m_ada, u"Acme"_s)->id;
        join(m_ben, Role::Admin);
        join(m_cleo, Role::Member);
        m_jira = m_connections->save(jiraOf(m_ada), Secret("token"_ba)).value();
    }

    void cleanup()
    {
        m_connections.reset();
        m_vault.reset();
        m_invitations.reset();
        m_organizations.reset();
        m_users.reset();
        m_database.reset();
    }

    void sharesNoSignInThatOpensMore()
    {
        const auto signedIn = [this](const QString &host) {
            Connection connection = jiraOf(m_ada);
            connection.site = QUrl(u"https://"_s + host);
            connection.name = host;
            connection.method = SignInMethod::OAuth;
            connection.grantId = u"grant_one"_s;
            return m_connections->saveGranted(connection).value();
        };
        const Connection one = signedIn(u"one.atlassian.net"_s);
        const Connection other = signedIn(u"other.atlassian.net"_s);
        const Sharing all{.with = Sharing::With::AllMembers, .userIds = {}};
        const auto refused = m_connections->share(m_ada, one.id, m_acme, all);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QVERIFY(refused.error().message.contains(u"other.atlassian.net"_s));
        QVERIFY(m_connections->remove(m_ada, other.id));
        QVERIFY(m_connections->share(m_ada, one.id, m_acme, all));
    }

    void keepsNothingOfAnOrganizationThatIsGone()
    {
        QVERIFY(m_organizations->remove(m_ada, m_acme));
        Connection late = jiraOf(m_ada);
        late.userId = m_acme;
        QCOMPARE(m_connections->save(late, Secret("token"_ba)).error().code, ErrorCode::NotFound);
    }

    void sharesWithWhomItSays_data()
    {
        using With = Sharing::With;
        QTest::addColumn<Sharing::With>("with");
        QTest::addColumn<QString>("users");
        QTest::newRow("all_members") << With::AllMembers << u"abc"_s;
        QTest::newRow("admins_only") << With::AdminsOnly << u"ab"_s;
        QTest::newRow("users") << With::Users << u"c"_s;
    }

    void sharesWithWhomItSays()
    {
        QFETCH(const Sharing::With, with);
        QFETCH(const QString, users);
        const QStringList named =
            with == Sharing::With::Users ? QStringList{m_cleo} : QStringList();
        const Sharing sharing{.with = with, .userIds = named};
        const auto shared = m_connections->share(m_ada, m_jira.id, m_acme, sharing);
        QVERIFY(shared);
        QCOMPARE(shared->userId, m_acme);
        QCOMPARE(shared->organization, u"Acme"_s);
        QCOMPARE(m_connections->sharingOf(*shared).value(), sharing);
        QString usable;
        QString manageable;
        for (const auto &[letter, user] : people()) {
            if (isUsable(user))
                usable += letter;
            if (m_connections->find(user, m_jira.id))
                manageable += letter;
        }
        QCOMPARE(usable, users);
        QCOMPARE(manageable, u"ab"_s);
        QCOMPARE(m_connections->find(m_dora, m_jira.id).error().code, ErrorCode::NotFound);
        const bool cleoUses = users.contains(u'c');
        QCOMPARE(m_connections->find(m_cleo, m_jira.id).error().code,
                 cleoUses ? ErrorCode::Forbidden : ErrorCode::NotFound);
        QCOMPARE(m_connections->remove(m_cleo, m_jira.id).error().code,
                 cleoUses ? ErrorCode::Forbidden : ErrorCode::NotFound);
        QVERIFY(m_connections->credential(*shared)->equals("token"));
    }

    void isGoneForWhoIsGone()
    {
        share(Sharing::With::Users, {m_cleo, m_ada});
        QVERIFY(isUsable(m_cleo));
        QVERIFY(m_organizations->removeMember(m_ben, m_acme, m_cleo));
        m_connections->forgetAccess();
        QVERIFY(!isUsable(m_cleo));
        join(m_cleo, Role::Member);
        m_connections->forgetAccess();
        // Being asked back is not being trusted with it again.
        QVERIFY(!isUsable(m_cleo));
        QVERIFY(isUsable(m_ada));
    }

    void staysWithTheOrganization()
    {
        share(Sharing::With::AllMembers);
        join(m_dora, Role::Owner);
        QVERIFY(m_organizations->removeMember(m_ada, m_acme, m_ada));
        m_connections->forgetAccess();
        QCOMPARE(m_connections->find(m_ada, m_jira.id).error().code, ErrorCode::NotFound);
        QVERIFY(!isUsable(m_ada));
        QVERIFY(isUsable(m_cleo));
        // Whoever brought it may connect the account again, for themselves.
        const auto own = m_connections->save(jiraOf(m_ada), Secret("another"_ba));
        QVERIFY(own->id != m_jira.id);
        QVERIFY(m_connections->remove(m_dora, m_jira.id));
        QVERIFY(m_connections->find(m_ada, own->id));
    }

    void isSignedInAgainByAnAdmin()
    {
        share(Sharing::With::AllMembers);
        Connection again = jiraOf(m_ben);
        again.id = m_jira.id;
        const auto renewed = m_connections->save(again, Secret("renewed"_ba));
        QCOMPARE(renewed->id, m_jira.id);
        QCOMPARE(renewed->userId, m_acme);
        QVERIFY(isUsable(m_cleo));
        QVERIFY(m_connections->credential(*renewed)->equals("renewed"));
        again.userId = m_cleo;
        QVERIFY(m_connections->save(again, Secret("foreign"_ba))->id != m_jira.id);
        QVERIFY(m_connections->credential(*renewed)->equals("renewed"));
    }

    void givesNothingThatIsNotOnesOwn()
    {
        const auto code = [&](const QString &user, const Sharing &sharing) {
            return m_connections->share(user, m_jira.id, m_acme, sharing).error().code;
        };
        QCOMPARE(code(m_ben, {}), ErrorCode::NotFound);
        const Sharing withStranger{.with = Sharing::With::Users, .userIds = {m_dora}};
        QCOMPARE(code(m_ada, withStranger), ErrorCode::InvalidInput);
        QVERIFY(m_connections->find(m_ada, m_jira.id)->isPersonal());
        share(Sharing::With::AllMembers);
        QCOMPARE(code(m_cleo, {}), ErrorCode::Forbidden);
        const QString other = m_organizations->create(m_ben, u"Other"_s)->id;
        QCOMPARE(m_connections->share(m_ben, m_jira.id, other, {}).error().code,
                 ErrorCode::Forbidden);
        const auto twice = m_connections->save(jiraOf(m_ada), Secret("twice"_ba));
        QCOMPARE(m_connections->share(m_ada, twice->id, m_acme, {}).error().code,
                 ErrorCode::Conflict);
    }

    void keepsItsOrganization()
    {
        share(Sharing::With::AllMembers);
        QCOMPARE(m_organizations->remove(m_ada, m_acme).error().code, ErrorCode::Conflict);
        QVERIFY(m_connections->remove(m_ben, m_jira.id));
        QVERIFY(m_organizations->remove(m_ada, m_acme));
    }

    void comesAfterOnesOwn()
    {
        share(Sharing::With::AllMembers);
        Connection own = jiraOf(m_cleo);
        own.site = QUrl(u"https://other.atlassian.net"_s);
        own = m_connections->save(own, Secret("own"_ba)).value();
        const auto both = m_connections->usableBy(callerOf(m_cleo), u"jira"_s);
        QCOMPARE(both->size(), 2);
        QCOMPARE(both->first().id, own.id);
        QCOMPARE(personalIfAny(*both), QList{both->first()});
        const auto narrow = m_connections->usableBy(callerOf(m_cleo, {m_jira.id}), u"jira"_s);
        QCOMPARE(personalIfAny(*narrow).first().id, m_jira.id);
    }

private:
    static Connection jiraOf(const QString &userId)
    {
        Connection connection;
        connection.userId = userId;
        connection.provider = u"jira"_s;
        connection.name = u"acme.atlassian.net"_s;
        connection.site = QUrl(u"https://acme.atlassian.net"_s);
        connection.apiBase = connection.site;
        connection.account = u"bot@acme.example"_s;
        return connection;
    }

    [[nodiscard]] QList<std::pair<QChar, QString>> people() const
    {
        return {{u'a', m_ada}, {u'b', m_ben}, {u'c', m_cleo}, {u'd', m_dora}};
    }

    static tools::Caller callerOf(const QString &userId, const QStringList &connectionIds = {})
    {
        tools::Caller caller;
        caller.userId = userId;
        caller.connectionIds = connectionIds;
        return caller;
    }

    [[nodiscard]] bool isUsable(const QString &userId) const
    {
        const auto usable = m_connections->usableBy(callerOf(userId), u"jira"_s);
        const bool isListed = usable && !usable->isEmpty() && usable->first().id == m_jira.id;
        return isListed && m_connections->findUsable(userId, m_jira.id).has_value();
    }

    void share(Sharing::With with, const QStringList &users = {})
    {
        const Sharing sharing{.with = with, .userIds = users};
        QVERIFY(m_connections->share(m_ada, m_jira.id, m_acme, sharing));
    }

    void join(const QString &userId, Role role)
    {
        const QString name = m_users->find(userId)->name;
        QVERIFY(
            m_invitations->accept(userId, m_invitations->invite(m_ada, m_acme, name, role)->id));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    fakes::FakeClock m_clock;
    fakes::FakeKeychain m_keychain;
    std::unique_ptr<store::Database> m_database;
    std::unique_ptr<secrets::Vault> m_vault;
    std::unique_ptr<Connections> m_connections;
    std::unique_ptr<accounts::Users> m_users;
    std::unique_ptr<accounts::Organizations> m_organizations;
    std::unique_ptr<accounts::Invitations> m_invitations;
    QString m_ada;
    QString m_ben;
    QString m_cleo;
    QString m_dora;
    QString m_acme;
    Connection m_jira;
};

QTEST_GUILESS_MAIN(TestConnectionAccess)
#include "tst_connectionaccess.moc"
