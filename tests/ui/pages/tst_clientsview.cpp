// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/uiworld.h"
#include "ui/models/clientsmodel.h"
#include "ui/pages/clientsview.h"
#include "ui/widgets/confirmation.h"
#include "ui/widgets/messagebar.h"
#include "ui/windows/clientdialog.h"
#include "ui/windows/extensiondialog.h"

#include <QAbstractButton>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::ui;

class TestClientsView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<UiWorld>();
        m_file = m_world->folder.filePath(u"home/.cursor/mcp.json"_s);
    }

    void looksAtFilesOnlyWhenItIsShown()
    {
        install();
        ClientsView view(*m_world->services);
        QCOMPARE(list(view)->model()->rowCount(), 0);
        view.show();
        QCOMPARE(list(view)->model()->rowCount(), 1);
        QCOMPARE(text(view, ClientsModel::Name), u"Cursor"_s);
        QCOMPARE(text(view, ClientsModel::State), u"Not connected"_s);
        QVERIFY(!findButton(view, u"Remove…"_s)->isEnabled());
        QVERIFY(!findButton(view, u"Undo"_s)->isEnabled());
    }

    void opensALinkInTheProgram()
    {
        install();
        ClientsView view(*m_world->services);
        view.show();
        auto *open = findButton(view, u"Open in Cursor"_s);
        QVERIFY(open->isVisible());
        open->click();
        QCOMPARE(m_world->urlOpener.opened.size(), 1);
        const QByteArray link = m_world->urlOpener.opened.first().toEncoded();
        QVERIFY(link.startsWith("cursor://anysphere.cursor-deeplink/mcp/install?name=fairlead&"));
        QVERIFY(!link.contains("mcp_"));
        QCOMPARE(m_world->keys->list(m_world->anna)->size(), 1);
        m_world->urlOpener.works = false;
        open->click();
        QVERIFY(view.findChild<MessageBar *>()->isVisible());
        QCOMPARE(m_world->keys->list(m_world->anna)->size(), 1);
    }

    void saysSoWhenThereIsNoProgram()
    {
        ClientsView view(*m_world->services);
        view.show();
        QVERIFY(!list(view)->isVisible());
        const auto labels = view.findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->text().contains(u"was found on this computer"_s);
        }));
    }

    void addsWhatItHasShown()
    {
        install();
        ClientsView view(*m_world->services);
        view.show();
        findButton(view, u"Add…"_s)->click();
        auto *dialog = view.findChild<ClientDialog *>();
        const QString shown = dialog->findChild<QPlainTextEdit *>()->toPlainText();
        QVERIFY(shown.contains(u"+     \"fairlead\": {"_s));
        QVERIFY(!shown.contains(u"mcp_"_s));
        QVERIFY(!QFile::exists(m_file));
        findButton(*dialog, u"Add"_s)->click();
        QTRY_COMPARE(text(view, ClientsModel::State), u"Connected"_s);
        QVERIFY(read().contains("Bearer mcp_"));
        QTRY_VERIFY(findButton(view, u"Update…"_s));

        const auto keys = m_world->keys->list(m_world->anna);
        QCOMPARE(keys->size(), 1);
        QCOMPARE(text(view, ClientsModel::LastCall), u"Never"_s);
        m_world->keys->noteUse(keys->first().id, u"Cursor 2.1"_s);
        QCOMPARE(text(view, ClientsModel::LastCall), u"Just now"_s);

        findButton(view, u"Undo"_s)->click();
        QTRY_COMPARE(text(view, ClientsModel::State), u"Not connected"_s);
        QVERIFY(!QFile::exists(m_file));
    }

    void writesNothingThatItHasNotShown()
    {
        install();
        ClientsView view(*m_world->services);
        view.show();
        findButton(view, u"Add…"_s)->click();
        auto *dialog = view.findChild<ClientDialog *>();
        write(R"({"mcpServers": {"later": {}}})"_ba);
        findButton(*dialog, u"Add"_s)->click();
        QVERIFY(dialog->findChild<MessageBar *>()->text().contains(u"has been changed"_s));
        QVERIFY(!read().contains("fairlead"));
        QVERIFY(dialog->findChild<QPlainTextEdit *>()->toPlainText().contains(u"later"_s));
        findButton(*dialog, u"Add"_s)->click();
        QVERIFY(read().contains("fairlead") && read().contains("later"));
    }

    void removesAfterAQuestion()
    {
        install();
        QVERIFY(m_world->clientConnections->add(u"cursor"_s));
        ClientsView view(*m_world->services);
        view.show();
        findButton(view, u"Remove…"_s)->click();
        findButton(*view.findChild<Confirmation *>(), u"Remove"_s)->click();
        QTRY_COMPARE(text(view, ClientsModel::State), u"Not connected"_s);
        QVERIFY(!read().contains("fairlead"));
    }

    void saysWhatIsWrongWithAFile()
    {
        install();
        write("{ oops"_ba);
        ClientsView view(*m_world->services);
        view.show();
        QCOMPARE(text(view, ClientsModel::State), u"Cannot be read"_s);
        QVERIFY(!findButton(view, u"Add…"_s)->isEnabled());
    }

    void offersToCopyWhereNobodyElseMayWrite()
    {
        QVERIFY(QDir().mkpath(m_world->folder.filePath(u"home/.config/JetBrains"_s)));
        ClientsView view(*m_world->services);
        view.show();
        const QSignalSpy requests(&view, &ClientsView::configurationRequested);
        findButton(view, u"Copy configuration…"_s)->click();
        QCOMPARE(requests.count(), 1);
    }

    void offersTheExtensionWhereThereIsOne()
    {
        install();
        QVERIFY(QDir().mkpath(m_world->folder.filePath(u"home/.config/Claude"_s)));
        ClientsView view(*m_world->services);
        view.show();
        QCOMPARE(text(view, ClientsModel::Name), u"Cursor"_s);
        QVERIFY(!findButton(view, u"As an extension…"_s));
        list(view)->setCurrentIndex(list(view)->model()->index(1, 0));
        findButton(view, u"As an extension…"_s)->click();
        QVERIFY(view.findChild<ExtensionDialog *>());
    }

private:
    void install() const { QVERIFY(QDir().mkpath(m_world->folder.filePath(u"home/.cursor"_s))); }
    static QTreeView *list(const ClientsView &view) { return view.findChild<QTreeView *>(); }
    static QString text(const ClientsView &view, int column)
    {
        return list(view)->model()->index(0, column).data().toString();
    }
    void write(const QByteArray &bytes) const
    {
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    [[nodiscard]] QByteArray read() const
    {
        QFile file(m_file);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<UiWorld> m_world;
    QString m_file;
};

QTEST_MAIN(TestClientsView)
#include "tst_clientsview.moc"
