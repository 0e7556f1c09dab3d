// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/publishingfolder.h"
#include "ui/pages/publishingpage.h"
#include "ui/widgets/confirmation.h"
#include "ui/widgets/messagebar.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDropEvent>
#include <QFileInfo>
#include <QItemSelectionModel>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::ui;

class TestPublishingPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_world = std::make_unique<UiWorld>(); }

    void cleanup()
    {
        m_page.reset();
        m_folder.reset();
        m_world.reset();
    }

    void saysWhatToDoWithoutAFolder()
    {
        show();
        QVERIFY(findButton(*m_page, u"Add a folder…"_s));
        QVERIFY(!list()->isVisibleTo(m_page.get()));
    }

    void publishesTheSelectedFile()
    {
        addFiles();
        QSignalSpy requests(m_page.get(), &PublishingPage::publishRequested);
        findButton(*m_page, u"Publish…"_s)->click();
        QCOMPARE(requests.size(), 1);
        QCOMPARE(requests.first().first().toStringList(), QStringList(m_folder->path(u"one.md"_s)));
        QCOMPARE(requests.first().last().value<PublishForm::Files>().published, 0);
    }

    void publishesSeveralAtOnce()
    {
        addFiles();
        list()->selectAll();
        QSignalSpy requests(m_page.get(), &PublishingPage::publishRequested);
        findButton(*m_page, u"Publish…"_s)->click();
        QCOMPARE(requests.first().first().toStringList().size(), 2);
        QVERIFY(!findButton(*m_page, u"Open issue"_s)->isEnabled());
    }

    void publishesWhatIsDropped()
    {
        addFiles();
        QSignalSpy requests(m_page.get(), &PublishingPage::publishRequested);
        drop(m_folder->path(u"two.md"_s));
        QCOMPARE(requests.first().first().toStringList(), QStringList(m_folder->path(u"two.md"_s)));
        drop(u"/etc/hostname"_s);
        QCOMPARE(requests.size(), 1);
        QVERIFY(message().startsWith("hostname is not in an added folder."_L1));
    }

    void asksBeforeADroppedFolderIsAdded()
    {
        show();
        const QTemporaryDir other;
        drop(other.path());
        QVERIFY(m_world->folders.folders().isEmpty());
        findButton(*m_page->findChild<Confirmation *>(), u"Add folder"_s)->click();
        QCOMPARE(m_world->folders.folders(),
                 QStringList(QFileInfo(other.path()).canonicalFilePath()));
        QVERIFY(list()->isVisibleTo(m_page.get()));
    }

    void opensAndForgetsALink()
    {
        addFiles(true);
        QTRY_VERIFY(findButton(*m_page, u"Publish again…"_s));
        findButton(*m_page, u"Open issue"_s)->click();
        QCOMPARE(m_world->urlOpener.opened.last().path(), u"/browse/WEB-1"_s);
        findButton(*m_page, u"Forget link…"_s)->click();
        findButton(*m_page->findChild<Confirmation *>(), u"Forget"_s)->click();
        QTRY_VERIFY(findButton(*m_page, u"Publish…"_s));
        QVERIFY(m_world->publications->list(m_world->anna)->isEmpty());
    }

    void writesTheLinksIntoTheFolder()
    {
        addFiles(true);
        findButton(*m_page, u"Export links"_s)->click();
        QVERIFY(message().startsWith("The links are written to "_L1));
        QVERIFY(QFileInfo::exists(m_folder->path(u".fairlead/jira-links.json"_s)));
    }

    void removesAFolderAfterAQuestion()
    {
        addFiles();
        auto *folders = m_page->findChild<QComboBox *>();
        QVERIFY(!findButton(*m_page, u"Remove folder…"_s)->isEnabled());
        folders->setCurrentIndex(1);
        findButton(*m_page, u"Remove folder…"_s)->click();
        findButton(*m_page->findChild<Confirmation *>(), u"Remove folder"_s)->click();
        QVERIFY(m_world->folders.folders().isEmpty());
        QTRY_VERIFY(findButton(*m_page, u"Add a folder…"_s));
    }

private:
    void show()
    {
        m_page = std::make_unique<PublishingPage>(*m_world->services);
        m_page->show();
    }

    /** Two files, the first of them published if wanted, on a page that shows them. */
    void addFiles(bool isPublished = false)
    {
        m_folder = std::make_unique<PublishingFolder>(*m_world);
        m_folder->write(u"one.md"_s, "# One\n\nText");
        m_folder->write(u"two.md"_s, "# Two\n\nText");
        if (isPublished)
            m_folder->publish(u"one.md"_s);
        show();
        QTRY_COMPARE(list()->model()->rowCount(), 2);
    }

    void drop(const QString &path)
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        // What a window has not let in cannot be dropped on it.
        QDragEnterEvent enter(
            QPoint(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_page.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(QPointF(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_page.get(), &event);
    }

    QTreeView *list() { return m_page->findChild<QTreeView *>(); }
    QString message() { return m_page->findChild<MessageBar *>()->text(); }

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<PublishingFolder> m_folder;
    std::unique_ptr<PublishingPage> m_page;
};

QTEST_MAIN(TestPublishingPage)
#include "tst_publishingpage.moc"
