// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settingspage.h"

#include "server/doctor/portcheck.h"
#include "server/settings/settingsstore.h"
#include "server/settings/startatlogin.h"
#include "ui/models/servertext.h"
#include "ui/urlopener.h"
#include "ui/widgets/folderlist.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/proxychoice.h"
#include "ui/widgets/settingsform.h"
#include "ui/widgets/typography.h"
#include "ui/windows/backupdialog.h"
#include "ui/windows/restoredialog.h"

#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fairlead::ui {

using settings::Settings;

namespace ranges = settings::ranges;

SettingsPage::SettingsPage(const Services &services, const Instance &instance, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_instance(instance)
    , m_message(new MessageBar(MessageBar::Closing::ByPerson, this))
    , m_restart(new Panel(this))
{
    auto *restart = new QPushButton(tr("Restart &now"), m_restart);
    auto *row = new QHBoxLayout(m_restart);
    row->addWidget(bodyLabel(tr("Some changes take effect when Fairlead starts again."), m_restart),
                   1);
    row->addWidget(restart);
    connect(restart, &QPushButton::clicked, this, &SettingsPage::restartRequested);

    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(makeSections());
    // Qt does so for the Tab key only.
    connect(qApp, &QApplication::focusChanged, scroll, [scroll](QWidget *, QWidget *now) {
        if (now && scroll->widget()->isAncestorOf(now))
            scroll->ensureWidgetVisible(now);
    });
    auto *column = new QVBoxLayout(this);
    column->addWidget(headingLabel(tr("Settings"), HeadingLevel::Page, this));
    column->addWidget(m_message);
    column->addWidget(m_restart);
    column->addWidget(scroll, 1);
    connect(&m_services.settings,
            &settings::SettingsStore::changed,
            this,
            &SettingsPage::refreshRestart);
    refreshRestart();
}

QWidget *SettingsPage::makeSections()
{
    auto *sections = new QWidget(this);
    auto *column = new QVBoxLayout(sections);
    column->setContentsMargins(0, 0, column->contentsMargins().right(), 0);
    addLogin(*column);
    addServer(*column);
    addFolders(*column);
    addNetwork(*column);
    addLimits(*column);
    addData(*column);
    column->addStretch();
    return sections;
}

SettingsForm *SettingsPage::makeForm(QVBoxLayout &column, const QString &title)
{
    auto *form = new SettingsForm(m_services.settings, this);
    column.addSpacing(column.spacing() * 2);
    column.addWidget(headingLabel(title, HeadingLevel::Section, this));
    column.addWidget(form);
    connect(form, &SettingsForm::failed, this, &SettingsPage::fail);
    return form;
}

void SettingsPage::addLogin(QVBoxLayout &column)
{
    m_login = new QCheckBox(tr("&Start Fairlead when I log in"), this);
    m_login->setChecked(m_services.startAtLogin.isOn());
    column.addWidget(m_login);
    connect(m_login, &QCheckBox::toggled, this, &SettingsPage::setStartAtLogin);
    connect(&m_services.startAtLogin, &settings::StartAtLogin::changed, this, [this] {
        const QSignalBlocker blocker(m_login);
        m_login->setChecked(m_services.startAtLogin.isOn());
    });
}

void SettingsPage::addServer(QVBoxLayout &column)
{
    auto *form = makeForm(column, tr("Server"));
    form->addNumber(tr("&Port:"),
                    &Settings::port,
                    ranges::port,
                    tr("Clients reach Fairlead on this port of 127.0.0.1 only. With 0 it takes a "
                       "free one at each start."),
                    [this](int port) { return portProblem(port); });
    form->addSwitch(tr("Accept &keys in addresses (?api_key=…)"),
                    &Settings::keyInUrlAllowed,
                    tr("For clients that cannot send headers. Addresses end up in logs and "
                       "histories, so headers are safer."));
}

void SettingsPage::addFolders(QVBoxLayout &column)
{
    auto *list = new FolderList(m_services.folders, this);
    column.addSpacing(column.spacing() * 2);
    column.addWidget(headingLabel(tr("Approved folders"), HeadingLevel::Section, this));
    column.addWidget(bodyLabel(tr("AI tools may upload files from these folders and all below "
                                  "them, and save files there."),
                               this));
    column.addWidget(list);
    connect(list, &FolderList::failed, this, &SettingsPage::fail);
}

void SettingsPage::addNetwork(QVBoxLayout &column)
{
    auto *form = makeForm(column, tr("Network"));
    auto *proxy = new ProxyChoice(form);
    auto *hint =
        form->addField(tr("Pro&xy:"), proxy, tr("For the way to Jira, Notion and other services."));
    form->follow([proxy](const Settings &values) { proxy->setValue(values.proxy); });
    connect(proxy, &ProxyChoice::edited, this, [form, proxy, hint] {
        form->write([proxy](Settings &values) { values.proxy = proxy->value(); },
                    hint,
                    tr("An address looks like http://proxy.example:3128 or "
                       "socks5://proxy.example:1080, without name and password."));
    });
    form->addFile(tr("&Certificates:"),
                  &Settings::caFile,
                  tr("A PEM file with further certificate authorities to trust, such as your "
                     "company's."),
                  tr("There is no such file. Give the whole path, or leave the field empty."));
}

void SettingsPage::addLimits(QVBoxLayout &column)
{
    auto *form = makeForm(column, tr("Limits"));
    form->addNumber(tr("Requests per minute and key:"),
                    &Settings::requestsPerMinutePerKey,
                    ranges::perMinute,
                    tr("A client that sends more is asked to wait."));
    form->addNumber(tr("Calls at once per key:"),
                    &Settings::maximumCallsPerKey,
                    ranges::count,
                    tr("Further calls are refused until one of these has ended."));
    form->addNumber(tr("Bytes of one answer:"),
                    &Settings::maximumResultBytes,
                    ranges::resultBytes,
                    tr("Longer answers come in parts, so that they do not fill a model's memory."));
    form->addNumber(tr("Connections:"),
                    &Settings::maximumConnections,
                    ranges::connections,
                    tr("Of all clients together."));
    form->addNumber(tr("Open streams:"),
                    &Settings::maximumStreams,
                    ranges::count,
                    tr("Of all clients together; each running client keeps one open."));
    form->addNumber(
        tr("Open streams per key:"), &Settings::maximumStreamsPerKey, ranges::count, QString());
    form->addNumber(tr("Wrong keys per minute:"),
                    &Settings::failedSignInsPerMinute,
                    ranges::perMinute,
                    tr("After so many, wrong keys are refused without a look for a while."));
}

void SettingsPage::addData(QVBoxLayout &column)
{
    auto *form = makeForm(column, tr("Data and log"));
    auto *folder = new QWidget(form);
    auto *open = new QPushButton(tr("&Open folder"), folder);
    auto *row = new QHBoxLayout(folder);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(bodyLabel(QDir::toNativeSeparators(m_instance.dataFolder), folder), 1);
    row->addWidget(open);
    connect(open, &QPushButton::clicked, this, &SettingsPage::openFolder);
    form->addField(tr("Data folder:"),
                   folder,
                   tr("Everything Fairlead keeps: database, settings and log. To keep it "
                      "elsewhere, start Fairlead with --data-dir."));
    form->addField(
        tr("Backup:"),
        makeBackupRow(),
        tr("One file with connections, keys and settings. The master key that opens your "
           "sign-ins is in it only if you want that, under a passphrase."));
    form->addChoice(
        tr("&Arguments of calls:"),
        &Settings::activityArguments,
        {{.value = u"none"_s, .text = tr("Not kept")},
         {.value = u"names"_s, .text = tr("Their names only")},
         {.value = u"full"_s, .text = tr("All of them, secrets masked")}},
        tr("What the page Activity keeps of what a program asks for; from the next call on."));
    form->addChoice(tr("&Log:"),
                    &Settings::logLevel,
                    {{.value = u"warning"_s, .text = tr("Problems only")},
                     {.value = u"info"_s, .text = tr("What happens")},
                     {.value = u"debug"_s, .text = tr("Everything, to find a fault")}},
                    tr("Takes effect at once. Keys and tokens are never written to the log."));
}

QWidget *SettingsPage::makeBackupRow()
{
    auto *place = new QWidget(this);
    auto *write = new QPushButton(tr("&Back up…"), place);
    auto *restore = new QPushButton(tr("Res&tore…"), place);
    auto *row = new QHBoxLayout(place);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(write);
    row->addWidget(restore);
    row->addStretch();
    connect(write, &QPushButton::clicked, this, &SettingsPage::askToBackUp);
    connect(restore, &QPushButton::clicked, this, &SettingsPage::chooseRestore);
    return place;
}

void SettingsPage::askToBackUp()
{
    auto *dialog = new BackupDialog(m_services, this);
    connect(dialog, &BackupDialog::written, this, [this](const QString &path) {
        m_message->showMessage(StateMark::Good,
                               //: %1 is the path of a file.
                               tr("The backup is in %1.").arg(QDir::toNativeSeparators(path)));
    });
    dialog->open();
}

void SettingsPage::chooseRestore()
{
    auto *dialog = new QFileDialog(this, tr("Restore Fairlead from a backup"), QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &SettingsPage::askToRestore);
    dialog->open();
}

void SettingsPage::askToRestore(const QString &path)
{
    auto *dialog = new RestoreDialog(m_services, path, this);
    connect(dialog, &RestoreDialog::prepared, this, &SettingsPage::restartRequested);
    dialog->open();
}

QString SettingsPage::portProblem(int port) const
{
    const auto wanted = static_cast<quint16>(port);
    // Ours is in use, by us.
    if (QUrl(m_instance.url).port() == port)
        return {};
    return doctor::isPortFree(wanted)
        ? QString()
        : tr("Port %1 is in use by another program, or only the administrator may use it. Choose "
             "another.")
              .arg(port);
}

void SettingsPage::setStartAtLogin(bool on)
{
    const auto switched = m_services.startAtLogin.setOn(on);
    if (switched)
        return;
    const QSignalBlocker blocker(m_login);
    m_login->setChecked(m_services.startAtLogin.isOn());
    fail(serverText(switched.error()));
}

void SettingsPage::openFolder()
{
    if (!m_services.urlOpener.open(QUrl::fromLocalFile(m_instance.dataFolder)))
        fail(tr("No program of this desktop shows folders. The data folder is %1.")
                 .arg(QDir::toNativeSeparators(m_instance.dataFolder)));
}

void SettingsPage::fail(const QString &message)
{
    m_message->showMessage(StateMark::Failure, message);
}

void SettingsPage::refreshRestart()
{
    m_restart->setVisible(m_services.settings.needsRestart());
}

} // namespace fairlead::ui
