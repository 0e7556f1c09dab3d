// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/publishingfolder.h"
#include "ui/models/publicationsmodel.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::ui;
using State = PublicationRow::State;

class TestPublicationsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<UiWorld>();
        m_folder = std::make_unique<PublishingFolder>(*m_world);
        m_folder->write(u"plan.md"_s, "# Plan\n\nText");
        m_folder->write(u"picture.png"_s, "PNG");
    }

    void cleanup()
    {
        m_folder.reset();
        m_world.reset();
    }

    void listsTheFilesThatCanBePublished()
    {
        PublicationsModel model(*m_world->services);
        load(model);
        QCOMPARE(files(model), QStringList(u"plan.md"_s));
        QCOMPARE(model.row(0).state(), State::NotPublished);
        model.setKind(PublicationsModel::Kind::All);
        QCOMPARE(files(model), QStringList({u"picture.png"_s, u"plan.md"_s}));
        model.setWords(u"PIC png"_s);
        QCOMPARE(files(model), QStringList(u"picture.png"_s));
        model.setWords({});
        model.setKind(PublicationsModel::Kind::PublishedOnly);
        QCOMPARE(model.rowCount(), 0);
    }

    void showsTheIssueAndItsStatus()
    {
        const QString key = m_folder->publish(u"plan.md"_s);
        PublicationsModel model(*m_world->services);
        load(model);
        QCOMPARE(text(model, PublicationsModel::Issue), key);
        QCOMPARE(text(model, PublicationsModel::Status), u"To Do"_s);
        QCOMPARE(text(model, PublicationsModel::State), u"As published"_s);
        QCOMPARE(text(model, PublicationsModel::Published), u"Just now"_s);
    }

    void saysWhatBecameOfFileAndIssue()
    {
        const QString key = m_folder->publish(u"plan.md"_s);
        m_folder->write(u"plan.md"_s, "# Plan\n\nOther");
        PublicationsModel model(*m_world->services);
        load(model);
        QCOMPARE(model.row(0).state(), State::Changed);
        QVERIFY(QFile::remove(m_folder->path(u"plan.md"_s)));
        load(model);
        QCOMPARE(model.row(0).state(), State::FileGone);
        m_world->fakeJira.issues.remove(key);
        load(model);
        QCOMPARE(model.row(0).state(), State::IssueGone);
        QCOMPARE(text(model, PublicationsModel::State), u"Issue is gone"_s);
    }

    void saysHowManyFilesAreStillToBeAttached()
    {
        m_world->fakeJira.attachProblem = u"It is too large."_s;
        m_folder->write(u"shown.md"_s, "# Shown\n\n![](picture.png)");
        m_folder->publish(u"shown.md"_s);
        PublicationsModel model(*m_world->services);
        model.setWords(u"shown"_s);
        load(model);
        QCOMPARE(model.row(0).state(), State::FilesMissing);
        QCOMPARE(text(model, PublicationsModel::State), u"1 file is still to be attached"_s);
        m_world->fakeJira.attachProblem.clear();
        m_folder->publish(u"shown.md"_s);
        load(model);
        QCOMPARE(model.row(0).state(), State::AsPublished);
    }

    void showsWhatIsStoredWhenJiraDoesNotAnswer()
    {
        m_folder->publish(u"plan.md"_s);
        m_world->fakeJira.problem = u"Jira cannot be reached."_s;
        PublicationsModel model(*m_world->services);
        load(model);
        QCOMPARE(model.row(0).state(), State::AsPublished);
        QCOMPARE(model.row(0).published->problem, u"Jira cannot be reached."_s);
    }

    void forgetsAFolderThatIsRemovedWhileItReads()
    {
        PublicationsModel model(*m_world->services);
        model.reload();
        QVERIFY(m_world->folders.remove(m_world->folders.folders().first()));
        load(model);
        QCOMPARE(model.rowCount(), 0);
    }

    void survivesItsEndWhileItReads()
    {
        auto model = std::make_unique<PublicationsModel>(*m_world->services);
        model->reload();
        model.reset();
        QCoreApplication::processEvents();
    }

private:
    static void load(PublicationsModel &model)
    {
        model.reload();
        QTRY_VERIFY(!model.isLoading());
    }

    static QString text(const PublicationsModel &model, int column)
    {
        return model.index(0, column).data().toString();
    }

    static QStringList files(const PublicationsModel &model)
    {
        QStringList files;
        for (int row = 0; row < model.rowCount(); ++row)
            files.append(model.index(row, PublicationsModel::File).data().toString());
        return files;
    }

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<PublishingFolder> m_folder;
};

QTEST_MAIN(TestPublicationsModel)
#include "tst_publicationsmodel.moc"
