// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/publishingfolder.h"
#include "ui/widgets/messagebar.h"
#include "ui/windows/publishdialog.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QTest>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::ui;

class TestPublishDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<UiWorld>();
        m_folder = std::make_unique<PublishingFolder>(*m_world);
        m_folder->write(u"one.md"_s, "# One\n\nText of one");
        m_folder->write(u"two.md"_s, "# Two\n\nText of two");
    }

    void cleanup()
    {
        delete m_dialog;
        m_folder.reset();
        m_world.reset();
    }

    void asksWhereAndPublishes()
    {
        open({u"one.md"_s});
        box(u"Website"_s)->setCurrentIndex(1);
        QCOMPARE(box(u"Task"_s)->currentText(), u"Task"_s);
        QTRY_VERIFY(button(u"Publish"_s)->isEnabled());
        field(u"The first heading"_s)->setText(u"My own summary"_s);
        button(u"Publish"_s)->click();
        QTRY_VERIFY(button(u"Open issue"_s));
        QCOMPARE(m_world->fakeJira.issues.value(u"WEB-1"_s).summary, u"My own summary"_s);
        QCOMPARE(m_world->fakeJira.issues.value(u"WEB-1"_s).type, u"2"_s);
        QCOMPARE(outcome(0), u"Published as WEB-1"_s);
        button(u"Open issue"_s)->click();
        QCOMPARE(m_world->urlOpener.opened.last().path(), u"/browse/WEB-1"_s);
        QVERIFY(!button(u"Try again"_s));
    }

    void showsFirstWhatWouldBeSent()
    {
        open({u"one.md"_s});
        QTRY_VERIFY(button(u"Preview"_s)->isEnabled());
        button(u"Preview"_s)->click();
        QTRY_VERIFY(button(u"Back"_s));
        QCOMPARE(outcome(0), u"New issue in APP: One"_s);
        QCOMPARE(m_dialog->findChild<QPlainTextEdit *>()->toPlainText(), u"One\n\nText of one"_s);
        QVERIFY(m_world->fakeJira.issues.isEmpty());
        button(u"Back"_s)->click();
        QVERIFY(button(u"Preview"_s));
    }

    void asksForTheFieldsThatAreNeeded()
    {
        m_world->fakeJira.needed = {{.id = u"customfield_1"_s,
                                     .name = u"Severity"_s,
                                     .kind = publishing::NeededField::Kind::OneOf,
                                     .allowed = {u"High"_s, u"Low"_s}}};
        open({u"one.md"_s});
        QTRY_VERIFY(box(u"Low"_s));
        QVERIFY(!button(u"Publish"_s)->isEnabled());
        box(u"Low"_s)->setCurrentText(u"Low"_s);
        QVERIFY(button(u"Publish"_s)->isEnabled());
        button(u"Publish"_s)->click();
        QTRY_COMPARE(m_world->fakeJira.issues.size(), 1);
        QCOMPARE(m_world->fakeJira.issues.first().fields,
                 QJsonObject({{u"customfield_1"_s, u"Low"_s}}));
    }

    void publishesABatchBelowANewEpic()
    {
        open({u"one.md"_s, u"two.md"_s});
        box(u"A new epic"_s)->setCurrentText(u"A new epic"_s);
        QVERIFY(!button(u"Publish"_s)->isEnabled());
        field(u"Its name"_s)->setText(u"Launch"_s);
        QTRY_VERIFY(button(u"Publish"_s)->isEnabled());
        button(u"Publish"_s)->click();
        QTRY_COMPARE(m_world->fakeJira.issues.size(), 3);
        QCOMPARE(m_world->fakeJira.issues.value(u"APP-1"_s).type, u"Epic"_s);
        QCOMPARE(m_world->fakeJira.issues.value(u"APP-2"_s).parent, u"APP-1"_s);
        QCOMPARE(m_world->fakeJira.issues.value(u"APP-3"_s).parent, u"APP-1"_s);
    }

    void triesAgainWhatFailed()
    {
        m_world->fakeJira.refused = QStringList{u"One"_s};
        open({u"one.md"_s, u"two.md"_s});
        QTRY_VERIFY(button(u"Publish"_s)->isEnabled());
        button(u"Publish"_s)->click();
        QTRY_VERIFY(button(u"Try again"_s));
        QCOMPARE(outcome(0), u"One is refused."_s);
        QCOMPARE(outcome(1), u"Published as APP-1"_s);
        QVERIFY(shows(u"1 of 2 done."_s));
        m_world->fakeJira.refused.clear();
        button(u"Try again"_s)->click();
        QTRY_COMPARE(outcome(0), u"Published as APP-2"_s);
        QCOMPARE(m_world->fakeJira.issues.size(), 2);
    }

    void offersWhatCanBecomeOfAPublishedFile()
    {
        const QString key = m_folder->publish(u"one.md"_s);
        m_folder->write(u"one.md"_s, "# One\n\nOther text");
        open({u"one.md"_s}, 1);
        // Where it goes is known.
        QVERIFY(!box(u"Website"_s)->isVisibleTo(m_dialog));
        QVERIFY(button(u"Publish"_s)->isEnabled());
        button(u"Publish"_s)->click();
        QTRY_COMPARE(outcome(0), key + u" has the new text"_s);
        QCOMPARE(m_world->fakeJira.issues.value(key).description, u"Other text"_s);
    }

    void asksWhereOnceMoreForANewIssue()
    {
        m_folder->publish(u"one.md"_s);
        open({u"one.md"_s}, 1);
        box(u"Make a new issue"_s)->setCurrentText(u"Make a new issue"_s);
        QVERIFY(box(u"Website"_s)->isVisibleTo(m_dialog));
        QTRY_VERIFY(button(u"Publish"_s)->isEnabled());
        button(u"Publish"_s)->click();
        QTRY_COMPARE(m_world->fakeJira.issues.size(), 2);
    }

    void saysWhyThereIsNothingToChooseFrom()
    {
        m_world->fakeJira.problem = u"Jira is not connected."_s;
        open({u"one.md"_s});
        QTRY_COMPARE(m_dialog->findChild<MessageBar *>()->text(), u"Jira is not connected."_s);
        QVERIFY(!button(u"Publish"_s)->isEnabled());
    }

private:
    void open(const QStringList &names, qsizetype published = 0)
    {
        QStringList paths;
        for (const QString &name : names)
            paths.append(m_folder->path(name));
        const PublishForm::Files files{.count = paths.size(), .published = published};
        m_dialog = new PublishDialog(*m_world->services, paths, files);
        m_dialog->show();
    }

    QAbstractButton *button(const QString &text) { return findButton(*m_dialog, text); }

    /** The one with this choice. */
    QComboBox *box(const QString &choice)
    {
        const auto boxes = m_dialog->findChildren<QComboBox *>();
        const auto found = std::ranges::find_if(boxes, [&](const QComboBox *one) {
            return one->findText(choice, Qt::MatchContains) >= 0;
        });
        return found == boxes.end() ? nullptr : *found;
    }

    QLineEdit *field(const QString &placeholder)
    {
        const auto fields = m_dialog->findChildren<QLineEdit *>();
        return *std::ranges::find_if(fields, [&](const QLineEdit *one) {
            return one->placeholderText().startsWith(placeholder);
        });
    }

    QString outcome(int row)
    {
        return m_dialog->findChild<QTreeView *>()->model()->index(row, 1).data().toString();
    }

    bool shows(const QString &text)
    {
        const auto labels = m_dialog->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) {
            return label->isVisibleTo(m_dialog) && label->text().contains(text);
        });
    }

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<PublishingFolder> m_folder;
    QPointer<PublishDialog> m_dialog;
};

QTEST_MAIN(TestPublishDialog)
#include "tst_publishdialog.moc"
