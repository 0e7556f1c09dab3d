// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/restoredialog.h"

#include "server/backup/backups.h"
#include "ui/models/servertext.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/stagestack.h"
#include "ui/widgets/typography.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace fairlead::ui {
namespace {

constexpr int textColumns = 72;

} // namespace

RestoreDialog::RestoreDialog(const Services &services, QString path, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_path(std::move(path))
    , m_message(new MessageBar(MessageBar::Closing::ByProgramOnly, this))
    , m_passphrase(new QLineEdit(this))
    , m_fields(new QWidget(this))
    , m_progress(new QProgressBar(this))
    , m_restore(new QPushButton(tr("&Restore and restart"), this))
    , m_cancel(new QPushButton(tr("Ca&ncel"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    //: %1 is the name of a file.
    setWindowTitle(tr("Restore from “%1”?").arg(QFileInfo(m_path).fileName()));
    buildLayout();
    connect(m_restore, &QPushButton::clicked, this, &RestoreDialog::prepare);
    connect(m_cancel, &QPushButton::clicked, this, &RestoreDialog::reject);
    look();
}

RestoreDialog::~RestoreDialog()
{
    m_cancellation.cancel();
}

void RestoreDialog::buildLayout()
{
    m_passphrase->setEchoMode(QLineEdit::Password);
    auto *form = new QFormLayout(m_fields);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(bodyLabel(tr("The backup has its master key. With the passphrase your sign-ins "
                              "come back, too; leave the field empty where this computer has the "
                              "key already, or to sign in anew."),
                           m_fields));
    form->addRow(tr("&Passphrase:"), m_passphrase);
    m_fields->hide();
    // How long it takes nobody knows.
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress"));
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(m_restore, QDialogButtonBox::ActionRole);
    buttons->addButton(m_cancel, QDialogButtonBox::RejectRole);
    m_restore->setDefault(true);
    auto *text = bodyLabel(tr("Fairlead starts again with the connections, keys and settings of "
                              "the backup. What it has now is kept in a folder beside them."),
                           this);
    text->setMinimumWidth(text->fontMetrics().averageCharWidth() * textColumns);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_message);
    column->addWidget(text);
    column->addWidget(m_fields);
    column->addStretch();
    column->addWidget(m_progress);
    column->addWidget(buttons);
}

void RestoreDialog::look()
{
    setWorking(true);
    QCoro::connect(m_services.backups.hasMasterKey(m_path),
                   this,
                   [this](const Result<bool> &hasMasterKey) { showContents(hasMasterKey); });
}

void RestoreDialog::showContents(const Result<bool> &hasMasterKey)
{
    setWorking(false);
    if (m_isLeft) {
        QDialog::reject();
        return;
    }
    m_restore->setEnabled(hasMasterKey.has_value());
    m_fields->setVisible(hasMasterKey.value_or(false));
    if (!hasMasterKey)
        m_message->showMessage(StateMark::Failure, serverText(hasMasterKey.error()));
    (m_fields->isVisible() ? static_cast<QWidget *>(m_passphrase) : m_cancel)->setFocus();
    growToFit(*this);
}

void RestoreDialog::prepare()
{
    m_message->clear();
    setWorking(true);
    const Secret passphrase(m_passphrase->text().toUtf8());
    QCoro::connect(m_services.backups.prepareRestore(m_path, passphrase, m_cancellation.token()),
                   this,
                   [this](const Result<backup::RestoredKey> &result) { finish(result); });
}

void RestoreDialog::finish(const Result<backup::RestoredKey> &result)
{
    setWorking(false);
    if (result) {
        Q_EMIT prepared();
        accept();
    } else if (m_isLeft) {
        QDialog::reject();
    } else {
        m_message->showMessage(StateMark::Failure, serverText(result.error()));
        if (m_passphrase->isVisible()) {
            m_passphrase->setFocus();
            m_passphrase->selectAll();
        }
        growToFit(*this);
    }
}

void RestoreDialog::reject()
{
    if (!m_isWorking) {
        QDialog::reject();
        return;
    }
    m_isLeft = true;
    m_cancellation.cancel();
    m_cancel->setEnabled(false);
    m_cancel->setText(tr("Cancelling…"));
}

void RestoreDialog::setWorking(bool isWorking)
{
    m_isWorking = isWorking;
    m_progress->setVisible(isWorking);
    m_fields->setEnabled(!isWorking);
    m_restore->setEnabled(!isWorking);
    m_cancel->setEnabled(true);
    if (isWorking)
        m_cancel->setFocus();
}

} // namespace fairlead::ui
