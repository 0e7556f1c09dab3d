// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/clientdialog.h"

#include "ui/models/servertext.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/typography.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace fairlead::ui {
namespace {

constexpr int visibleLines = 14;
constexpr int visibleColumns = 72;

} // namespace

ClientDialog::ClientDialog(const Services &services,
                           const clients::ClientStatus &client,
                           QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_client(client)
    , m_message(new MessageBar(MessageBar::Closing::ByProgramOnly, this))
    , m_file(bodyLabel({}, this))
    , m_notes(bodyLabel({}, this))
    , m_change(new QPlainTextEdit(this))
    , m_write(new QPushButton(client.hasEntry ? tr("&Update") : tr("&Add"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    //: %1 is the name of a program.
    setWindowTitle((client.hasEntry ? tr("Update Fairlead in %1") : tr("Add Fairlead to %1"))
                       .arg(client.name));
    buildLayout();
    showPreview();
}

void ClientDialog::buildLayout()
{
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    m_change->setFont(fixed);
    m_change->setReadOnly(true);
    m_change->setTabChangesFocus(true);
    m_change->setLineWrapMode(QPlainTextEdit::NoWrap);
    // Configurations are written from left to right in every language.
    m_change->setLayoutDirection(Qt::LeftToRight);
    m_change->setAccessibleName(tr("What changes in the file"));
    const QFontMetrics metrics(fixed);
    m_change->setMinimumSize(metrics.averageCharWidth() * visibleColumns,
                             metrics.lineSpacing() * visibleLines);

    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(m_write, QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Ca&ncel"), QDialogButtonBox::RejectRole);
    m_write->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &ClientDialog::write);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->addWidget(m_message);
    column->addWidget(m_file);
    column->addWidget(m_change, 1);
    column->addWidget(m_notes);
    column->addWidget(bodyLabel(
        //: %1 is the name of a program.
        tr("The key is made for %1 alone. What the file is now is kept beside it, and you can undo "
           "this.")
            .arg(m_client.name),
        this));
    column->addWidget(buttons);
    m_write->setFocus();
}

void ClientDialog::showPreview()
{
    const auto preview = m_services.clientConnections.preview(m_client.id);
    m_write->setEnabled(preview.has_value());
    if (!preview) {
        m_message->showMessage(StateMark::Failure, serverText(preview.error()));
        return;
    }
    m_fingerprint = preview->fingerprint;
    //: %1 is the name of a file.
    m_file->setText(tr("This changes %1:").arg(QDir::toNativeSeparators(preview->file)));
    m_change->setPlainText(preview->diff.isEmpty() ? tr("Nothing: all is as it should be.")
                                                   : preview->diff);
    m_notes->setText(serverText(preview->notes.join(u'\n')));
    m_notes->setVisible(!preview->notes.isEmpty());
}

void ClientDialog::write()
{
    const auto written = m_services.clientConnections.add(m_client.id, m_fingerprint);
    if (written) {
        accept();
        return;
    }
    // What is shown may be what was refused.
    showPreview();
    m_message->showMessage(StateMark::Failure, serverText(written.error()));
}

} // namespace fairlead::ui
