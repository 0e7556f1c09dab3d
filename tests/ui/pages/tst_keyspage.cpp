// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/uiworld.h"
#include "ui/models/keysmodel.h"
#include "ui/pages/keyspage.h"
#include "ui/widgets/confirmation.h"
#include "ui/widgets/messagebar.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::ui;

class TestKeysPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_world = std::make_unique<UiWorld>(); }

    void saysWhatToDoWhileThereIsNoKey()
    {
        KeysPage page(*m_world->services);
        QSignalSpy requests(&page, &KeysPage::configurationRequested);
        findButton(page, u"Copy Cursor configuration…"_s)->click();
        QCOMPARE(requests.count(), 1);
    }

    void listsTheKeysOfItsUserOnly()
    {
        (void)m_world->addKey(m_world->ben, u"Ben's"_s);
        const auto made = m_world->addKey(m_world->anna, u"Cursor"_s);
        const KeysPage page(*m_world->services);
        const auto *model = list(page)->model();
        QCOMPARE(model->rowCount(), 1);
        QCOMPARE(text(page, KeysModel::Name), u"Cursor"_s);
        QCOMPARE(text(page, KeysModel::Prefix), made.key.prefix + u'…');
        QCOMPARE(text(page, KeysModel::Access), u"Read and write"_s);
        QCOMPARE(text(page, KeysModel::LastUsed), u"Never"_s);
        QCOMPARE(text(page, KeysModel::State), u"In force"_s);
    }

    void showsUseByAClientAsItHappens()
    {
        const auto made = m_world->addKey(m_world->anna, u"Cursor"_s);
        const KeysPage page(*m_world->services);
        m_world->keys->noteUse(made.key.id, u"Cursor 2.1"_s);
        QTRY_COMPARE(text(page, KeysModel::LastUsed), u"Just now by Cursor 2.1"_s);
    }

    void saysWhatTheChosenKeyMayUse()
    {
        const auto site = m_world->addConnection(m_world->anna, u"company.atlassian.net"_s);
        accounts::NewMcpKey request;
        request.userId = m_world->anna;
        request.name = u"Cursor"_s;
        request.connectionIds = {site.id};
        request.toolsets = {u"jira_watchers"_s};
        request.asks = tools::KeyAsking::Writes;
        const auto made = m_world->keys->create(request);
        QVERIFY(made);
        const KeysPage page(*m_world->services);
        QCOMPARE(limits(page),
                 u"It may use only company.atlassian.net. Its program sees the everyday tools and "
                 "these: Jira: watchers. It asks you before it changes anything."_s);

        QVERIFY(m_world->keys->setToolsets(m_world->anna, made->key.id, {u"all"_s}));
        QVERIFY(m_world->keys->decide(
            m_world->anna, made->key.id, u"jira_get_issue"_s, tools::ToolDecision::Deny));
        QTRY_VERIFY(limits(page).contains(u"Its program sees all tools."_s));
        QVERIFY(limits(page).endsWith(u"You decided otherwise for 1 tool(s)."_s));
        QVERIFY(m_world->connections->remove(m_world->anna, site.id));
        QTRY_VERIFY(
            limits(page).startsWith(u"The connections that it may use are not there any more."_s));
    }

    void renamesInTheList()
    {
        const auto made = m_world->addKey(m_world->anna, u"Cursor"_s);
        KeysPage page(*m_world->services);
        page.show();
        findButton(page, u"Rename"_s)->click();
        auto *editor = list(page)->viewport()->findChild<QLineEdit *>();
        QVERIFY(editor);
        editor->setText(u"Cursor at work"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(m_world->keys->find(m_world->anna, made.key.id)->name, u"Cursor at work"_s);
        QTRY_COMPARE(text(page, KeysModel::Name), u"Cursor at work"_s);
    }

    void saysWhyANameIsRefused()
    {
        (void)m_world->addKey(m_world->anna, u"Cursor"_s);
        const KeysPage page(*m_world->services);
        auto *model = list(page)->model();
        QVERIFY(!model->setData(model->index(0, KeysModel::Name), u"  "_s, Qt::EditRole));
        QVERIFY(!page.findChild<MessageBar *>()->text().isEmpty());
        QCOMPARE(text(page, KeysModel::Name), u"Cursor"_s);
    }

    void rotatesAfterAQuestionAndHandsOverTheNewKey()
    {
        const auto made = m_world->addKey(m_world->anna, u"Cursor"_s);
        KeysPage page(*m_world->services);
        QByteArray handedOver;
        connect(&page, &KeysPage::rotated, this, [&handedOver](const auto &created) {
            handedOver = created.secret.reveal();
        });
        findButton(page, u"Rotate…"_s)->click();
        QVERIFY(m_world->keys->authenticate(made.secret.reveal()));
        findButton(*page.findChild<Confirmation *>(), u"Rotate"_s)->click();
        QVERIFY(!m_world->keys->authenticate(made.secret.reveal()));
        QVERIFY(m_world->keys->authenticate(handedOver));
    }

    void revokesAfterAQuestion()
    {
        const auto made = m_world->addKey(m_world->anna, u"Cursor"_s);
        const KeysPage page(*m_world->services);
        findButton(page, u"Revoke…"_s)->click();
        auto *question = page.findChild<Confirmation *>();
        QVERIFY(qobject_cast<QPushButton *>(findButton(*question, u"Cancel"_s))->isDefault());
        findButton(*question, u"Revoke"_s)->click();
        QVERIFY(!m_world->keys->authenticate(made.secret.reveal()));
        QTRY_COMPARE(text(page, KeysModel::State), u"Revoked"_s);
        for (const auto &name : {u"Rename"_s, u"Rotate…"_s, u"Revoke…"_s})
            QVERIFY(!findButton(page, name)->isEnabled());
    }

    void keepsTheSelectionWhenTheListChanges()
    {
        (void)m_world->addKey(m_world->anna, u"First"_s);
        (void)m_world->addKey(m_world->anna, u"Second"_s);
        const KeysPage page(*m_world->services);
        auto *view = list(page);
        view->setCurrentIndex(view->model()->index(1, 0));
        const QString chosen = view->currentIndex().data().toString();
        (void)m_world->addKey(m_world->anna, u"Third"_s);
        QTRY_COMPARE(view->model()->rowCount(), 3);
        QCOMPARE(view->currentIndex().siblingAtColumn(0).data().toString(), chosen);
    }

private:
    /** The page has a list of programs too. */
    static QTreeView *list(const KeysPage &page)
    {
        const auto views = page.findChildren<QTreeView *>();
        for (auto *view : views) {
            if (view->accessibleName() == u"Keys"_s)
                return view;
        }
        return nullptr;
    }

    static QString text(const KeysPage &page, int column)
    {
        return list(page)->model()->index(0, column).data().toString();
    }

    static QString limits(const KeysPage &page)
    {
        const auto labels = page.findChildren<QLabel *>();
        for (const auto *label : labels) {
            if (label->text().contains(u"asks you"_s))
                return label->text();
        }
        return {};
    }

    std::unique_ptr<UiWorld> m_world;
};

QTEST_MAIN(TestKeysPage)
#include "tst_keyspage.moc"
