// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/backupdialog.h"

#include "server/backup/backups.h"
#include "server/base/clock.h"
#include "server/secrets/passphrase.h"
#include "ui/models/servertext.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/stagestack.h"
#include "ui/widgets/typography.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fairlead::ui {
namespace {

constexpr int textColumns = 72;

} // namespace

BackupDialog::BackupDialog(const Services &services, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_message(new MessageBar(MessageBar::Closing::ByProgramOnly, this))
    , m_withKey(new QCheckBox(tr("&Include the master key, under a passphrase"), this))
    , m_passphrase(new QLineEdit(this))
    , m_again(new QLineEdit(this))
    , m_fields(makePassphraseFields())
    , m_without(bodyLabel(tr("Without the master key, only a computer that still has it opens the "
                             "sign-ins in the backup. On another one everything else comes back, "
                             "and you sign in to each service again."),
                          this))
    , m_progress(new QProgressBar(this))
    , m_choose(new QPushButton(tr("&Choose a file and back up…"), this))
    , m_cancel(new QPushButton(tr("Ca&ncel"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("Back up Fairlead"));
    buildLayout();
    connect(m_withKey, &QCheckBox::toggled, this, &BackupDialog::refresh);
    connect(m_passphrase, &QLineEdit::textChanged, this, &BackupDialog::refresh);
    connect(m_again, &QLineEdit::textChanged, this, &BackupDialog::refresh);
    connect(m_choose, &QPushButton::clicked, this, &BackupDialog::choosePlace);
    connect(m_cancel, &QPushButton::clicked, this, &BackupDialog::reject);
    connect(&m_services.backups, &backup::Backups::progressed, m_progress, &QProgressBar::setValue);
    refresh();
    m_choose->setFocus();
}

BackupDialog::~BackupDialog()
{
    m_cancellation.cancel();
}

void BackupDialog::buildLayout()
{
    m_progress->setRange(0, 100);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->hide();
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(m_choose, QDialogButtonBox::ActionRole);
    buttons->addButton(m_cancel, QDialogButtonBox::RejectRole);
    m_choose->setDefault(true);
    auto *text = bodyLabel(tr("A backup is one file with your connections, sign-ins, keys, "
                              "activity and settings. The sign-ins in it are sealed."),
                           this);
    text->setMinimumWidth(text->fontMetrics().averageCharWidth() * textColumns);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_message);
    column->addWidget(text);
    column->addWidget(m_withKey);
    column->addWidget(m_without);
    column->addWidget(m_fields);
    column->addStretch();
    column->addWidget(m_progress);
    column->addWidget(buttons);
}

QWidget *BackupDialog::makePassphraseFields()
{
    auto *fields = new QWidget(this);
    auto *form = new QFormLayout(fields);
    form->setContentsMargins(0, 0, 0, 0);
    for (auto *field : {m_passphrase, m_again})
        field->setEchoMode(QLineEdit::Password);
    form->addRow(bodyLabel(tr("Whoever has this file and the passphrase has your sign-ins. Nobody "
                              "can open it without the passphrase, not even Fairlead."),
                           fields));
    form->addRow(tr("&Passphrase:"), m_passphrase);
    form->addRow(tr("&Once more:"), m_again);
    return fields;
}

void BackupDialog::writeTo(const QString &path)
{
    setWorking(true);
    const Secret passphrase(m_withKey->isChecked() ? m_passphrase->text().toUtf8() : QByteArray());
    m_cancellation = CancellationSource();
    QCoro::connect(m_services.backups.write(path, passphrase, m_cancellation.token()),
                   this,
                   [this, path](const Result<> &result) { finish(path, result); });
}

void BackupDialog::reject()
{
    if (!m_isWorking) {
        QDialog::reject();
        return;
    }
    m_cancellation.cancel();
    m_cancel->setEnabled(false);
    m_cancel->setText(tr("Cancelling…"));
}

void BackupDialog::choosePlace()
{
    if (const QString problem = passphraseProblem(); !problem.isEmpty()) {
        m_message->showMessage(StateMark::Warning, problem);
        m_passphrase->setFocus();
        growToFit(*this);
        return;
    }
    m_message->clear();
    auto *dialog = new QFileDialog(this, tr("File for the backup"), QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->selectFile(
        u"fairlead-%1.backup"_s.arg(m_services.clock.now().toString(u"yyyy-MM-dd"_s)));
    connect(dialog, &QFileDialog::fileSelected, this, &BackupDialog::writeTo);
    dialog->open();
}

void BackupDialog::finish(const QString &path, const Result<> &result)
{
    setWorking(false);
    if (result) {
        Q_EMIT written(path);
        accept();
    } else if (result.error().code == ErrorCode::Cancelled) {
        QDialog::reject();
    } else {
        m_message->showMessage(StateMark::Failure, serverText(result.error()));
        growToFit(*this);
    }
}

void BackupDialog::setWorking(bool isWorking)
{
    m_isWorking = isWorking;
    m_progress->setValue(0);
    m_progress->setVisible(isWorking);
    for (QWidget *widget : {static_cast<QWidget *>(m_withKey), m_fields})
        widget->setEnabled(!isWorking);
    m_choose->setEnabled(!isWorking);
    m_cancel->setEnabled(true);
    m_cancel->setText(tr("Ca&ncel"));
    if (isWorking)
        m_cancel->setFocus();
    growToFit(*this);
}

void BackupDialog::refresh()
{
    m_fields->setVisible(m_withKey->isChecked());
    m_without->setVisible(!m_withKey->isChecked());
    if (!m_withKey->isChecked() || passphraseProblem().isEmpty())
        m_message->clear();
    growToFit(*this);
}

QString BackupDialog::passphraseProblem() const
{
    if (!m_withKey->isChecked())
        return {};
    if (m_passphrase->text().size() < secrets::shortestPassphrase)
        return tr("Take at least %1 characters, such as four words that do not belong together.")
            .arg(secrets::shortestPassphrase);
    return m_passphrase->text() == m_again->text() ? QString()
                                                   : tr("The two passphrases are not the same.");
}

} // namespace fairlead::ui
