// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/extensiondialog.h"

#include "server/clients/extension.h"
#include "ui/models/servertext.h"
#include "ui/urlopener.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/stagestack.h"
#include "ui/widgets/typography.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace fairlead::ui {
namespace {

constexpr int textColumns = 72;

} // namespace

ExtensionDialog::ExtensionDialog(const Services &services,
                                 const clients::ClientStatus &client,
                                 QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_client(client)
    , m_message(new MessageBar(MessageBar::Closing::ByProgramOnly, this))
    , m_stages(new StageStack(this))
    , m_key(new QLineEdit(this))
    , m_save(new QPushButton(tr("&Save the extension…"), this))
    , m_close(new QPushButton(tr("Ca&ncel"), this))
    , m_steps(makeSteps())
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    //: %1 is the name of a program.
    setWindowTitle(tr("Extension for %1").arg(client.name));
    m_stages->addWidget(makeIntroduction());
    m_stages->addWidget(m_steps);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(m_save, QDialogButtonBox::ActionRole);
    buttons->addButton(m_close, QDialogButtonBox::RejectRole);
    m_save->setDefault(true);
    connect(m_save, &QPushButton::clicked, this, &ExtensionDialog::choosePlace);
    connect(m_close, &QPushButton::clicked, this, &ExtensionDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_message);
    column->addWidget(m_stages, 1);
    column->addWidget(buttons);
    m_save->setFocus();
}

ExtensionDialog::~ExtensionDialog() = default;

void ExtensionDialog::saveTo(const QString &path)
{
    const auto created = m_services.clientConnections.saveExtension(m_client.id, path);
    if (!created) {
        m_message->showMessage(StateMark::Failure, serverText(created.error()));
        growToFit(*this);
        return;
    }
    m_path = path;
    m_secret = created->secret;
    m_key->setText(QString::fromLatin1(m_secret.reveal()));
    m_key->setCursorPosition(0);
    m_save->hide();
    m_close->setText(tr("&Close"));
    m_stages->setCurrentWidget(m_steps);
    //: %1 is the path of a file.
    m_message->showMessage(StateMark::Good,
                           tr("The extension is in %1.").arg(QDir::toNativeSeparators(path)));
    growToFit(*this);
}

void ExtensionDialog::reject()
{
    if (!m_secret.isEmpty() && !m_copied && !m_warned) {
        m_warned = true;
        m_message->showMessage(StateMark::Warning,
                               tr("The key was not copied yet and cannot be shown again. Close "
                                  "once more to leave it."));
        growToFit(*this);
        return;
    }
    QDialog::reject();
}

QWidget *ExtensionDialog::makeIntroduction()
{
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    auto *text = bodyLabel(
        //: %1 is the name of a program.
        tr("%1 can take Fairlead as an extension instead of an entry in its configuration. There "
           "is no key in the file: %1 asks for it and keeps it in the system's keychain. The key "
           "is made when you save.")
            .arg(m_client.name),
        page);
    text->setMinimumWidth(text->fontMetrics().averageCharWidth() * textColumns);
    column->addWidget(text);
    if (m_client.hasEntry)
        column->addWidget(
            bodyLabel(tr("Fairlead is in its configuration already. Remove that entry first, or "
                         "every tool is there twice."),
                      page));
    column->addStretch();
    return page;
}

QWidget *ExtensionDialog::makeSteps()
{
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    m_key->setReadOnly(true);
    m_key->setFont(fixed);
    m_key->setAccessibleName(tr("Key"));
    m_key->setMinimumWidth(QFontMetrics(fixed).averageCharWidth() * textColumns);
    auto *page = new QWidget(this);
    auto *copy = new QPushButton(tr("Copy &key"), page);
    auto *open = new QPushButton(tr("&Open the extension"), page);
    copy->setAutoDefault(false);
    open->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, this, &ExtensionDialog::copyKey);
    connect(open, &QPushButton::clicked, this, &ExtensionDialog::openExtension);
    auto *keyRow = new QHBoxLayout;
    keyRow->addWidget(m_key, 1);
    keyRow->addWidget(copy);
    auto *openRow = new QHBoxLayout;
    openRow->addWidget(open);
    openRow->addStretch();
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(bodyLabel(tr("1. Copy the key. It is shown only now."), page));
    column->addLayout(keyRow);
    column->addWidget(
        //: %1 is the name of a program.
        bodyLabel(tr("2. Open the extension, let %1 install it, and paste the key when it asks.")
                      .arg(m_client.name),
                  page));
    column->addLayout(openRow);
    column->addStretch();
    return page;
}

void ExtensionDialog::choosePlace()
{
    auto *dialog = new QFileDialog(this, tr("Save the extension"), QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->selectFile(QString::fromUtf16(clients::extensionFileName));
    connect(dialog, &QFileDialog::fileSelected, this, &ExtensionDialog::saveTo);
    dialog->open();
}

void ExtensionDialog::openExtension()
{
    if (!m_services.urlOpener.open(QUrl::fromLocalFile(m_path)))
        m_message->showMessage(
            StateMark::Warning,
            //: %1 is the name of a program, %2 the path of a file.
            tr("This desktop does not know that %1 opens such files. In %1 choose Settings, "
               "Extensions, Install extension, and there %2.")
                .arg(m_client.name, QDir::toNativeSeparators(m_path)));
    growToFit(*this);
}

void ExtensionDialog::copyKey()
{
    copySecretText(QString::fromLatin1(m_secret.reveal()));
    m_copied = true;
    m_message->showMessage(StateMark::Good, tr("The key is on the clipboard."));
    growToFit(*this);
}

} // namespace fairlead::ui
